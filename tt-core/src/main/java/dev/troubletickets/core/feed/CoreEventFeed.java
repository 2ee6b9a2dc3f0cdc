// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.feed.FeedEvent;
import dev.troubletickets.feed.FeedPage;
import dev.troubletickets.spi.storage.FeedStore;
import dev.troubletickets.spi.storage.FeedStore.Line;
import dev.troubletickets.spi.storage.FeedStore.Placed;
import java.util.List;

/** Reads the feed, and gives lines their places when somebody wants to read them: who writes tickets has nothing to do with it. */
public final class CoreEventFeed implements EventFeed {
    /** So that nobody holds the feed for long. */
    private static final int PLACED_AT_ONCE = 1000;

    private final Work work;

    public CoreEventFeed(Work work) {
        this.work = work;
    }

    @Override
    public FeedPage read(Cursor after, int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Invalid("limit", "is from 1 to " + MOST);
        }
        Look look = work.read(scope -> Look.at(scope, after, limit));
        while (look.found().size() < limit && look.more()) {
            work.write(CoreEventFeed::place);
            look = work.read(scope -> Look.at(scope, after, limit));
        }
        List<FeedEvent> events = look.found().stream().map(EventForm::of).toList();
        return new FeedPage(
                events, events.isEmpty() ? after : events.get(events.size() - 1).cursor());
    }

    @Override
    public Cursor position(String consumer) {
        requireName(consumer);
        return new Cursor(work.read(scope -> scope.stores().feed().position(consumer)));
    }

    @Override
    public void advance(String consumer, Cursor to) {
        requireName(consumer);
        work.write(scope -> {
            requireIn(scope, to);
            scope.stores().feed().advance(consumer, to.position());
            return true;
        });
    }

    @Override
    public void rewind(String consumer, Cursor to) {
        requireName(consumer);
        work.write(scope -> {
            requireIn(scope, to);
            scope.stores().feed().rewind(consumer, to.position());
            return true;
        });
    }

    /** Gives the next lines their places; how many. What reads of them sees them when this unit is committed. */
    public static int place(Scope scope) {
        FeedStore feed = scope.stores().feed();
        feed.lock();
        List<Line> lines = FeedOrder.of(feed.unplaced(PLACED_AT_ONCE));
        if (!lines.isEmpty()) {
            feed.place(lines, feed.last() + 1);
        }
        return lines.size();
    }

    private static void requireIn(Scope scope, Cursor cursor) {
        if (cursor.position() > scope.stores().feed().last()) {
            throw new Invalid("cursor", "is beyond the feed's end");
        }
    }

    private static void requireName(String consumer) {
        boolean printable = consumer.codePoints().noneMatch(Character::isISOControl);
        if (consumer.isBlank() || consumer.length() > LONGEST_NAME || !printable) {
            throw new Invalid("consumer", "a name is 1 to " + LONGEST_NAME + " printable characters");
        }
    }

    /** @param more there are lines without a place */
    private record Look(List<Placed> found, boolean more) {
        static Look at(Scope scope, Cursor after, int limit) {
            // asked first: what another reader places in between is among what is found
            boolean more = scope.stores().feed().hasUnplaced();
            List<Placed> found = scope.stores().feed().after(after.position(), limit);
            if (found.isEmpty()) {
                requireIn(scope, after);
            }
            return new Look(found, more);
        }
    }
}
