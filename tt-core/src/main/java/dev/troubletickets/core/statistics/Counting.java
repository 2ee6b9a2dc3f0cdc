// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.feed.CoreEventFeed;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.storage.DocumentStore.Document;
import dev.troubletickets.spi.storage.FeedStore.Placed;
import dev.troubletickets.spi.storage.HistoryEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Counts what has happened, in the order of the feed. How far it is stands in a document under a version: of two nodes that count the same
 * lines one comes second, and none of what it counted is kept.
 */
public final class Counting {
    private static final String DOCUMENT = "statistics";
    private static final int AT_ONCE = 1000;
    /** So that a round in which much is to be counted ends. */
    private static final int BATCHES_A_ROUND = 100;

    private static final Duration SAID_ANEW = Duration.ofMinutes(1);

    private final Work work;

    public Counting(Work work) {
        this.work = work;
    }

    /** Counts what is new. */
    public void run() {
        for (int batch = 0; batch < BATCHES_A_ROUND; batch++) {
            boolean unplaced = work.read(scope -> scope.stores().feed().hasUnplaced());
            if (!unplaced && work.read(Counting::isIdle)) {
                return;
            }
            if (unplaced) {
                work.write(CoreEventFeed::place);
            }
            work.write(Counting::batch);
        }
    }

    static Far far(Scope scope) {
        return Far.of(scope.stores().documents().find(DOCUMENT));
    }

    /** Writing nothing, where there is nothing to say. */
    private static boolean isIdle(Scope scope) {
        Far far = far(scope);
        return scope.stores().feed().after(far.place(), 1).isEmpty() && !isStale(scope, far);
    }

    private static boolean isStale(Scope scope, Far far) {
        return scope.now().isAfter(far.asOf().plus(SAID_ANEW));
    }

    private static int batch(Scope scope) {
        Optional<Document> document = scope.stores().documents().find(DOCUMENT);
        Far far = Far.of(document);
        boolean more = scope.stores().feed().hasUnplaced();
        List<Placed> found = scope.stores().feed().after(far.place(), AT_ONCE);
        boolean all = found.size() < AT_ONCE && !more;
        if (!found.isEmpty() || (all && isStale(scope, far))) {
            long place =
                    found.isEmpty() ? far.place() : found.get(found.size() - 1).place();
            Instant asOf = all && scope.now().isAfter(far.asOf()) ? scope.now() : far.asOf();
            long version = document.map(Document::version).orElse(0L);
            // first, so that who comes second hears of it before anything is read that the other adds to
            scope.stores().documents().save(new Document(DOCUMENT, version + 1, Json.write(new Far(place, asOf))));
            tally(found).addTo(scope.stores().statistics());
        }
        return found.size();
    }

    private static Tally tally(List<Placed> lines) {
        Tally tally = new Tally();
        for (Placed line : lines) {
            HistoryEntry entry = line.entry();
            String facts = entry.facts();
            if (facts != null) {
                tally.add(entry.at(), Json.read(facts, Counted.class));
            }
        }
        return tally;
    }

    /**
     * How far it is.
     *
     * @param place of the last line that is counted
     * @param asOf up to when all is counted; long ago if nothing was
     */
    record Far(long place, Instant asOf) {
        private static Far of(Optional<Document> document) {
            return document.map(text -> Json.read(text.text(), Far.class)).orElse(new Far(0, Instant.EPOCH));
        }
    }
}
