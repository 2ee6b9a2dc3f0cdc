// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.core.work.Events;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.feed.Cursor;
import dev.troubletickets.feed.EventFeed;
import dev.troubletickets.feed.FeedEvent;
import dev.troubletickets.feed.FeedPage;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many write with transactions of any length, which end in another order than they began, or fail, by clocks that disagree; readers follow
 * all the while (G4). On stores that run units one after the other this is no race, but the same must come out.
 */
@Tag("G4")
class EventFeedRaceTest extends BehaviourTest {
    private static final int WRITERS = 5;
    private static final int READERS = 2;
    private static final int WRITES = 30;
    private static final int TICKETS = 8;

    private final AtomicInteger writing = new AtomicInteger(WRITERS);
    private List<TicketId> tickets = List.of();

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void readersMeetEveryCommittedEventOnceWhileOthersWrite() throws Exception {
        tickets = Stream.generate(center::opened).limit(TICKETS).toList();

        List<List<FeedEvent>> seen = Race.of(WRITERS + READERS, number -> {
            if (number >= WRITERS) {
                return follow(center.center().events());
            }
            try {
                write(new Random(number));
            } finally {
                writing.decrementAndGet();
            }
            return List.of();
        });

        List<String> committed = tickets.stream()
                .flatMap(ticket -> history(ticket).stream())
                .map(line -> line.ticket() + " " + line.at())
                .toList();
        List<FeedEvent> all = follow(center.anotherNode().center().events());
        assertThat(all)
                .extracting(event -> event.ticket() + " " + event.at())
                .containsExactlyInAnyOrderElementsOf(committed);
        for (TicketId ticket : tickets) {
            assertThat(all)
                    .filteredOn(event -> event.ticket().equals(ticket))
                    .extracting(FeedEvent::at)
                    .containsExactlyElementsOf(
                            history(ticket).stream().map(HistoryEntry::at).toList());
        }
        assertThat(seen.subList(WRITERS, WRITERS + READERS))
                .allSatisfy(each -> assertThat(each).isEqualTo(all));
        setRight();
    }

    /** Till the last writer has ended, and then to the end. */
    private List<FeedEvent> follow(EventFeed feed) {
        List<FeedEvent> found = new ArrayList<>();
        Cursor cursor = Cursor.start();
        while (true) {
            boolean last = writing.get() == 0;
            FeedPage page = feed.read(cursor, 20);
            found.addAll(page.events());
            cursor = page.next();
            if (last && page.events().isEmpty()) {
                return found;
            }
        }
    }

    private void write(Random random) {
        for (int done = 0; done < WRITES; ) {
            try {
                done += center.storage().<Integer>write(unit -> act(unit, random));
            } catch (WriteConflict | Failed e) {
                assertThat(e).isNotNull();
            }
        }
    }

    /** Writes first and then looks about for a while, so that those who began later often end before. */
    private int act(UnitOfWork unit, Random random) {
        TicketId id = tickets.get(random.nextInt(TICKETS));
        TicketData now = unit.tickets().find(id).orElseThrow();
        if (!unit.tickets().update(TicketBuilder.after(now).build())) {
            return 0;
        }
        TicketEvent woken = new TicketEvent.TicketWoken(TicketEvent.Cause.TIME);
        int lines = 1 + random.nextInt(3);
        for (int index = 0; index < lines; index++) {
            unit.conversations()
                    .add(new HistoryEntry(
                            id,
                            now.version() + 1,
                            index,
                            at(random),
                            Actor.system(),
                            Events.type(woken),
                            Events.data(woken)));
        }
        for (int looks = random.nextInt(40); looks > 0; looks--) {
            unit.tickets().find(tickets.get(looks % TICKETS));
        }
        if (random.nextInt(4) == 0) {
            throw new Failed();
        }
        return 1;
    }

    /** By clocks that are minutes apart; no two the same, to know the lines by. */
    private Instant at(Random random) {
        return clock.instant().plus(Duration.ofNanos(1000L * random.nextInt(Integer.MAX_VALUE)));
    }

    private List<HistoryEntry> history(TicketId ticket) {
        return center.storage().read(unit -> unit.conversations().history(ticket));
    }

    /** The invariants ask for histories in the order of time; those of clocks that disagree go. */
    private void setRight() {
        tickets.forEach(anna::delete);
    }
}
