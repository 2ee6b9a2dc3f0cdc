// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.assertSame;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.Timer;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tickets, one by one. Lists of them are {@link TicketListContract}'s. */
public interface TicketStoreContract extends StorageUnderTest {
    @Test
    @Tag("A1")
    default void aTicketComesBackWithEveryFieldItHas() {
        TicketData full = fullTicket();

        write().tickets().insert(full);

        assertThat(kept(full.id())).isEqualTo(full);
        assertSame(kept(full.id()), full);
    }

    @Test
    default void aTicketComesBackWithoutTheFieldsItHasNot() {
        TicketData bare = keep(ticket());

        assertThat(kept(bare.id())).isEqualTo(bare);
        assertSame(kept(bare.id()), bare);
    }

    @Test
    default void theLongestTextsFit() {
        AccountId account = AccountId.of("ž".repeat(190));
        TicketData longest = keep(ticket().subject("界".repeat(250))
                .requester("j".repeat(64) + "@" + "d".repeat(185) + ".org")
                .account(account.value())
                .reseller("r".repeat(190))
                .category("c".repeat(100))
                .assignee(StaffId.of("s".repeat(190))));

        assertSame(kept(longest.id()), longest);
    }

    @Test
    default void anUnknownTicketIsNotFound() {
        assertThat(read().tickets().find(TicketId.of(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    default void aNumberIsTakenOnlyOnce() {
        TicketId taken = keptTicket();

        assertThatThrownBy(() -> keep(new TicketBuilder(taken, someQueue()).subject("Another")))
                .isInstanceOf(WriteConflict.class);
        assertThat(kept(taken).header().subject()).isEqualTo(Subject.of("Mail bounces"));
    }

    @Test
    default void anUpdateReplacesEveryFieldAndTheVersion() {
        TicketId id = keptTicket();
        TicketData full = fullTicket();
        TicketData next = new TicketData(id, 2, full.header(), full.state(), full.activity())
                .with(full.clock())
                .scheduling(3)
                .merged(full.merged());

        assertThat(update(next)).isTrue();
        assertSame(kept(id), next);
        TicketData bare =
                new TicketBuilder(id, someQueue()).version(3).messages(7, 0, 6).build();
        assertThat(update(bare)).isTrue();
        assertSame(kept(id), bare);
    }

    @Test
    @Tag("G7")
    default void anUpdateFromAnOldVersionChangesNothing() {
        TicketData first = keep(ticket());
        TicketData second = TicketBuilder.after(first).subject("Second").build();
        update(second);

        assertThat(update(TicketBuilder.after(first).subject("Late").build())).isFalse();
        assertThat(update(TicketBuilder.after(first).version(1).build())).isFalse();
        assertThat(update(TicketBuilder.after(first).version(4).build())).isFalse();
        assertSame(kept(first.id()), second);
    }

    @Test
    default void anUpdateOfATicketThatIsGoneSaysSo() {
        TicketData gone = keep(ticket());
        write().tickets().delete(gone.id());

        assertThat(update(TicketBuilder.after(gone).build())).isFalse();
        assertThat(read().tickets().find(gone.id())).isEmpty();
    }

    @Test
    default void aTicketDoesNotGoIntoAQueueThatIsGone() {
        TicketData ticket = keep(ticket());
        QueueId gone = queue("Gone");
        write().queues().delete(gone);

        assertThatThrownBy(() -> keep(ticket().queue(gone))).isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> update(TicketBuilder.after(ticket).queue(gone).build()))
                .isInstanceOf(WriteConflict.class);
        assertSame(kept(ticket.id()), ticket);
    }

    @Test
    @Tag("A6")
    default void aCustomersReadMarkNeverGoesBack() {
        TicketId id = keep(ticket().messages(5, 5, 3)).id();

        mark(id, 2);
        assertThat(kept(id).state().customerRead()).isEqualTo(3);
        mark(id, 5);
        assertThat(kept(id).state().customerRead()).isEqualTo(5);
        mark(id, 0);
        assertThat(kept(id).state().customerRead()).isEqualTo(5);
    }

    @Test
    @Tag("A6")
    default void anUpdateDoesNotTakeBackWhatTheCustomerReadMeanwhile() {
        TicketData seen = keep(ticket().messages(4, 4, 1));
        mark(seen.id(), 4);

        assertThat(update(TicketBuilder.after(seen).messages(5, 5, 1).build())).isTrue();
        assertThat(kept(seen.id()).state().customerRead()).isEqualTo(4);
        assertThat(update(TicketBuilder.after(kept(seen.id())).messages(6, 5, 6).build()))
                .isTrue();
        assertThat(kept(seen.id()).state().customerRead()).isEqualTo(6);
    }

    @Test
    default void readingLeavesTheVersionAsItIs() {
        TicketData before = keep(ticket().messages(3, 3, 0));

        mark(before.id(), 3);

        assertSame(
                kept(before.id()),
                TicketBuilder.after(before).version(1).messages(3, 3, 3).build());
    }

    @Test
    default void whatACustomerReadsOfAnUnknownTicketIsNobodysConcern() {
        mark(TicketId.of(Long.MAX_VALUE), 3);

        assertThat(read().tickets().find(TicketId.of(Long.MAX_VALUE))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    @Tag("A10")
    @Tag("A14")
    @Tag("G5")
    default void ticketsWhoseTimerIsDueComeOldestFirst(Timer timer) {
        TicketData late = keep(due(timer, minutes(9)));
        TicketData now = keep(due(timer, minutes(10)));
        TicketData early = keep(due(timer, minutes(8)));
        keep(due(timer, minutes(10).plusNanos(1000)));
        keep(ticket());
        for (Timer another : Timer.values()) {
            if (another != timer) {
                keep(due(another, minutes(1)));
            }
        }

        assertThat(write().tickets().lockDue(timer, minutes(10), 10)).containsExactly(early, late, now);
        assertThat(write().tickets().lockDue(timer, minutes(10), 2)).containsExactly(early, late);
        assertThat(write().tickets().lockDue(timer, minutes(7), 2)).isEmpty();
    }

    @Test
    @Tag("B1")
    default void theTicketsOfAQueueComeById() {
        QueueId other = queue("Other");
        TicketData first = keep(ticket().queue(other));
        keep(ticket());
        TicketData second = keep(ticket().queue(other).archived());
        TicketData third = keep(ticket().queue(other));

        assertThat(read().tickets().inQueue(other, 10)).containsExactly(first, second, third);
        assertThat(read().tickets().inQueue(other, 2)).containsExactly(first, second);
        TicketData part = keep(ticket().parts(Holder.department(other)));
        keep(ticket().parts(Holder.department(queue("Third")), Holder.technician(StaffId.of("q:" + other.value()))));
        assertThat(read().tickets().inQueue(other, 10)).containsExactly(first, second, third, part);
        assertThat(read().tickets().inQueue(other, 3)).containsExactly(first, second, third);
        QueueId empty = queue("Empty");
        assertThat(read().tickets().inQueue(empty, 2)).isEmpty();
    }

    private TicketBuilder due(Timer timer, Instant at) {
        return switch (timer) {
            case AUTO_CLOSE -> ticket().autoCloseAt(at);
            case CLOSE_WARNING -> ticket().closeWarningAt(at);
            case WAKE -> ticket().snoozedUntil(at);
            case ESCALATION ->
                ticket().clock(new AnswerClock(1L, "t", Duration.ofHours(1), Duration.ZERO, START, null, Set.of(), at));
        };
    }

    private boolean update(TicketData ticket) {
        return write().tickets().update(ticket);
    }

    private void mark(TicketId id, int read) {
        write().tickets().markReadByCustomer(id, read);
    }

    private TicketData fullTicket() {
        var header = new TicketData.Header(
                Subject.of("Žluťoučký kůň \uD83D\uDC34 'quoted' \\ 100 %"),
                EmailAddress.of("Jane.Doe@example.org"),
                "Jane \uD83D\uDE80 Doe",
                AccountId.of("Jane"),
                ResellerId.of("Réseller"),
                "jane.example",
                "Billing",
                "She cannot log in.\nSince Monday.",
                Set.of(EmailAddress.of("Boss@example.org"), EmailAddress.of("second@example.org")),
                Set.of(dev.troubletickets.ticket.Tag.of("vip"), dev.troubletickets.ticket.Tag.of("kůň")),
                Channel.MAIL,
                START);
        var state = new TicketState(
                Status.ON_HOLD,
                someQueue(),
                Priority.of(100),
                JOHN,
                true,
                new TicketState.Joined(4, 2, minutes(1), true),
                true,
                minutes(1),
                minutes(2),
                minutes(7),
                true,
                7,
                3,
                5,
                true,
                6,
                minutes(3),
                minutes(2),
                minutes(6),
                List.of(Holder.technician(StaffId.of("100% \\ john_doe")), Holder.department(someQueue())));
        var activity = new TicketData.Activity(minutes(4), minutes(5));
        var clock = new AnswerClock(
                7L,
                "zlatý \uD83E\uDD47",
                Duration.ofHours(30),
                Duration.ofSeconds(1, 234_567_000),
                minutes(9),
                minutes(10),
                Set.of("7 first"),
                minutes(11));
        return new TicketData(write().tickets().nextId(), 1, header, state, activity)
                .with(clock)
                .scheduling(2)
                .merged(new TicketData.Merged(keptTicket(), true));
    }
}
