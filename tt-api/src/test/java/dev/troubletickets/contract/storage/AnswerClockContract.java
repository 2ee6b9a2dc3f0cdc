// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clocks of answers: kept, replaced under a version, found when they were derived from old terms. */
public interface AnswerClockContract extends StorageUnderTest {
    @Test
    @Tag("B9")
    default void everyClockComesBackAsItIs() {
        List<AnswerClock> clocks = List.of(
                AnswerClock.none(),
                new AnswerClock(0L, null, null, Duration.ZERO, null, null, Set.of(), null),
                new AnswerClock(5L, "gold", Duration.ofDays(366), Duration.ofDays(4000), null, null, Set.of(), null),
                new AnswerClock(
                        5L,
                        "gold",
                        Duration.ofMinutes(1),
                        Duration.ofNanos(1000),
                        START,
                        minutes(1),
                        Set.of("7 first", "7 zweites \uD83D\uDD25", "12 first"),
                        minutes(7)),
                new AnswerClock(
                        Long.MAX_VALUE,
                        "g".repeat(100),
                        Duration.ofMinutes(1),
                        Duration.ZERO,
                        minutes(3),
                        null,
                        Set.of(),
                        null));
        for (AnswerClock clock : clocks) {
            TicketData ticket = keep(ticket().clock(clock));

            assertThat(kept(ticket.id()).clock()).isEqualTo(clock);
        }
    }

    @Test
    @Tag("B9")
    default void aClockIsReplacedUnderItsVersionAndNothingElseIs() {
        TicketData before = keep(ticket().subject("As it was").due(minutes(60)));
        AnswerClock clock =
                new AnswerClock(9L, "silver", Duration.ofHours(1), Duration.ofHours(2), null, null, Set.of(), null);

        assertThat(write().tickets().setClock(before.id(), 2, clock)).isFalse();
        assertThat(write().tickets().setClock(TicketId.of(99_999), 1, clock)).isFalse();
        assertThat(kept(before.id())).isEqualTo(before);
        assertThat(write().tickets().setClock(before.id(), 1, clock)).isTrue();
        assertThat(kept(before.id())).isEqualTo(before.with(clock));
    }

    @Test
    @Tag("B9")
    default void aTicketIsReplacedWithTheClockItHasWhateverClockWasSetAfterItWasRead() {
        TicketData before = keep(ticket().due(minutes(60)));
        TicketData after = TicketBuilder.after(before).subject("Later").build();

        run(unit -> {
            assertThat(unit.tickets().find(before.id())).contains(before);
            assertThat(unit.tickets().setClock(before.id(), 1, terms(9))).isTrue();
            assertThat(unit.tickets().update(after)).isTrue();
        });

        assertThat(kept(before.id())).isEqualTo(after);
    }

    @Test
    @Tag("B9")
    default void clocksOfOlderTermsAreFoundInTheirQueueAlone() {
        QueueId here = queue("Here");
        QueueId there = queue("There");
        TicketId oldest = keep(ticket().queue(here).clock(terms(1))).id();
        TicketId older = keep(ticket().queue(here).clock(terms(2))).id();
        keep(ticket().queue(here).clock(terms(3)));
        keep(ticket().queue(here).clock(terms(4)));
        keep(ticket().queue(here));
        TicketId elsewhere = keep(ticket().queue(there).clock(terms(1))).id();

        assertThat(outdated(here, 3, 10)).containsExactlyInAnyOrder(oldest, older);
        assertThat(outdated(here, 3, 1)).hasSize(1);
        assertThat(outdated(here, 1, 10)).isEmpty();
        assertThat(outdated(there, 2, 10)).containsExactly(elsewhere);
    }

    @Test
    @Tag("B9")
    default void ticketsWithoutADueTimeStandAfterAllOthers() {
        TicketId late = keep(ticket().due(minutes(50))).id();
        TicketId never = keep(ticket().due(null)).id();
        TicketId nobodyWaits = keep(ticket()).id();
        TicketId soon = keep(ticket().due(minutes(-50))).id();
        TicketCriteria byDue = TicketCriteria.of(new Visibility.Everything()).order(SortKey.DUE, false);

        assertThat(ids(byDue)).containsExactly(soon, late, never, nobodyWaits);
        assertThat(ids(byDue.page(Optional.of(new TicketCriteria.Cursor(minutes(50), late)), 50)))
                .containsExactly(never, nobodyWaits);
        assertThat(ids(byDue.page(Optional.of(new TicketCriteria.Cursor(SortKey.NEVER, never)), 50)))
                .containsExactly(nobodyWaits);
    }

    private List<TicketId> outdated(QueueId queue, long terms, int limit) {
        return write().tickets().lockOutdated(queue, terms, limit).stream()
                .map(TicketData::id)
                .toList();
    }

    private List<TicketId> ids(TicketCriteria criteria) {
        return read().tickets().list(criteria).stream()
                .map(row -> row.ticket().id())
                .toList();
    }

    private static AnswerClock terms(long number) {
        return new AnswerClock(number, null, null, Duration.ZERO, null, null, Set.of(), null);
    }
}
