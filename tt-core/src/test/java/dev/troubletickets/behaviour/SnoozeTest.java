// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.TicketSnoozed;
import dev.troubletickets.event.TicketEvent.TicketWoken;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.RunReport.Work;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketSort;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A snoozed ticket is out of the way until its time comes or its customer writes (A14). */
@Tag("A14")
class SnoozeTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));

    @Test
    void itIsOutOfTheActiveListsUntilThenAndBackByItself() {
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);

        Dashboard without = john.dashboard();
        assertThat(without.assigned().tickets()).isEmpty();
        assertThat(without.assigned().total()).isZero();
        assertThat(without.activeByQueue()).isEmpty();
        assertThat(without.snoozed()).isEqualTo(1);
        assertThat(john.section(SectionName.SNOOZED, TicketSort.descending(TicketSort.Column.ID), Optional.empty())
                        .tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);

        center.after(Duration.ofDays(1).minusNanos(1000));
        assertThat(center.run().count(Work.WOKEN)).isZero();
        center.after(Duration.ofNanos(1000));
        assertThat(center.run().count(Work.WOKEN)).isEqualTo(1);

        assertThat(john.dashboard().assigned().tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(ticket);
        assertThat(john.dashboard().snoozed()).isZero();
        assertThat(center.events(ticket)).endsWith(new TicketSnoozed(TOMORROW), new TicketWoken(Cause.TIME));
    }

    @Test
    void itIsFoundBySearchAllTheSame() {
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);

        assertThat(john.quickSearch(ticket.toString(), Optional.empty()).tickets())
                .hasSize(1);
        assertThat(john.ticket(ticket).snoozedUntil()).contains(TOMORROW);
    }

    @Test
    void theCustomersWordBringsItBackAtOnce() {
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);

        jane.reply(ticket, Reply.of("Any news?"));

        assertThat(john.ticket(ticket).snoozedUntil()).isEmpty();
        assertThat(john.dashboard().assigned().tickets()).hasSize(1);
        assertThat(center.events(ticket)).contains(new TicketWoken(Cause.CUSTOMER));
    }

    @Test
    @Tag("A9")
    void aNoteDoesNotBringItBack() {
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);

        kate.note(ticket, "The disks come tomorrow.");

        assertThat(john.ticket(ticket).snoozedUntil()).contains(TOMORROW);
    }

    @Test
    void staffBringItBackOrPutItOffAgain() {
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);
        john.snooze(ticket, TOMORROW.plus(Duration.ofDays(1)));
        assertThat(john.ticket(ticket).snoozedUntil()).contains(TOMORROW.plus(Duration.ofDays(1)));

        kate.wake(ticket);

        assertThat(john.ticket(ticket).snoozedUntil()).isEmpty();
        Expect.in(center).refused(Refusal.NOT_SNOOZED, () -> john.wake(ticket));
        assertThat(john.ticket(ticket).actions().whyNot(Action.WAKE)).contains(Refusal.NOT_SNOOZED);
    }

    @Test
    @Tag("G5")
    void nothingClosesByItselfWhileItIsSnoozed() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(2)));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Wait for the new disks, please."));
        john.snooze(ticket, TestCenter.START.plus(Duration.ofDays(30)));

        center.after(Duration.ofDays(30));
        assertThat(center.run().closed()).isZero();
        assertThat(john.ticket(ticket).autoCloseAt()).contains(TestCenter.START.plus(Duration.ofDays(32)));

        center.after(Duration.ofDays(2));
        assertThat(center.run().closed()).isEqualTo(1);
    }

    @Test
    void anAnswerLeavesItSnoozedAndClosingEndsIt() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(2)));
        TicketId ticket = center.taken();
        john.snooze(ticket, TOMORROW);

        john.answer(ticket, Answer.of("Tomorrow."));
        assertThat(john.ticket(ticket).snoozedUntil()).contains(TOMORROW);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();

        john.close(ticket);
        assertThat(john.ticket(ticket).snoozedUntil()).isEmpty();
    }

    @Test
    void whatCannotBeSnoozedIsRefused() {
        TicketId ticket = center.taken();
        for (Instant wrong : new Instant[] {
            TestCenter.START,
            TestCenter.START.minusSeconds(1),
            TestCenter.START.plus(Duration.ofDays(4000)),
            Instant.MAX
        }) {
            Expect.in(center).invalid("until", () -> john.snooze(ticket, wrong));
        }
        john.close(ticket);

        Expect.in(center).refused(Refusal.CLOSED, () -> john.snooze(ticket, TOMORROW));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("B2")
    void whoDoesNotSeeATicketDoesNotSnoozeIt() {
        TicketId ticket = center.opened();
        anna.change(ticket, Edit.queue(center.queue("Billing")));

        Expect.in(center).notFound("ticket", () -> john.snooze(ticket, TOMORROW));
        Expect.in(center).notFound("ticket", () -> john.wake(ticket));
    }
}
