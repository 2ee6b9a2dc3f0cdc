// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.StaffTicketRow;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What staff do to a ticket's status (A5), with every refusal. */
class StatusTest extends BehaviourTest {
    @Test
    @Tag("A5")
    void aNewTicketBecomesOpenWhenItIsTakenInHand() {
        TicketId ticket = center.opened();
        assertThat(status(ticket)).isEqualTo(Status.NEW);

        john.pickUp(ticket);

        assertThat(status(ticket)).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("A5")
    void resolvedAndClosedLeaveTheActiveListsAndStayFindable() {
        TicketId resolved = center.taken();
        TicketId closed = center.taken();
        john.resolve(resolved);
        john.close(closed);

        Dashboard dashboard = john.dashboard();
        assertThat(dashboard.assigned().tickets()).isEmpty();
        assertThat(dashboard.assigned().total()).isZero();
        assertThat(dashboard.activeByQueue()).isEmpty();
        assertThat(john.quickSearch("bounces", Optional.empty()).tickets())
                .extracting(StaffTicketRow::id)
                .containsExactly(closed, resolved);
    }

    @Test
    @Tag("A5")
    void whatIsSoAlreadyIsRefused() {
        TicketId ticket = center.taken();
        refused(Refusal.ALREADY_SO, Action.REOPEN, ticket, () -> john.reopen(ticket));

        john.hold(ticket);
        refused(Refusal.ALREADY_SO, Action.HOLD, ticket, () -> john.hold(ticket));

        john.resolve(ticket);
        refused(Refusal.ALREADY_SO, Action.RESOLVE, ticket, () -> john.resolve(ticket));
        refused(Refusal.CLOSED, Action.HOLD, ticket, () -> john.hold(ticket));

        john.close(ticket);
        refused(Refusal.ALREADY_SO, Action.CLOSE, ticket, () -> john.close(ticket));
        refused(Refusal.CLOSED, Action.RESOLVE, ticket, () -> john.resolve(ticket));
        Expect.in(center).refused(Refusal.ALREADY_SO, () -> jane.close(ticket));
    }

    @Test
    @Tag("A5")
    void aReopenedTicketKeepsItsAssigneeAndItsCustomerWaitsAgain() {
        TicketId ticket = center.taken();
        john.close(ticket);
        center.after(Duration.ofDays(2));

        kate.reopen(ticket);

        StaffTicketRow row = john.ticket(ticket).header();
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.assignee()).contains(Cast.JOHN);
        assertThat(row.waitingSince()).contains(clock.instant());
    }

    @Test
    @Tag("A5")
    void anAnsweredTicketReopenedByStaffWaitsForNobody() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));

        john.reopen(ticket);

        assertThat(status(ticket)).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().isUnanswered()).isFalse();
    }

    @Test
    @Tag("A5")
    void takingOverBeforeClosingIsDemandedWhereASettingSaysSo() {
        TicketId ticket = center.opened();
        center.settings(s -> s.withTakeOverBeforeClosing(true));

        refused(Refusal.TAKE_OVER_FIRST, Action.CLOSE, ticket, () -> john.close(ticket));
        refused(Refusal.TAKE_OVER_FIRST, Action.RESOLVE, ticket, () -> john.resolve(ticket));
        Expect.in(center).refused(Refusal.TAKE_OVER_FIRST, () -> john.change(ticket, Edit.status(Status.CLOSED)));
        john.pickUp(ticket);
        kate.close(ticket);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A5")
    void withoutThatSettingAnUnassignedTicketIsClosed() {
        TicketId ticket = center.opened();

        john.close(ticket);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A5")
    void customersCloseTheirTicketsAlsoWhereTakingOverIsDemanded() {
        center.settings(s -> s.withTakeOverBeforeClosing(true));
        TicketId ticket = center.opened();

        jane.close(ticket);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(ticket).header().isUnanswered()).isFalse();
        assertThat(jane.tickets(Optional.empty()).tickets()).hasSize(1);
    }

    @Test
    @Tag("A5")
    void newAndAnsweredAreNotSetByHand() {
        TicketId ticket = center.taken();

        Expect.in(center).refused(Refusal.ANSWERED_BEFORE, () -> john.change(ticket, Edit.status(Status.NEW)));
        Expect.in(center).refused(Refusal.ANSWERED_BEFORE, () -> john.change(ticket, Edit.status(Status.ANSWERED)));
    }

    @Test
    @Tag("A5")
    @Tag("D7")
    void theQueuesWordsGoOutWhenATicketIsSettledByStaffAlone() {
        QueueSettings words =
                QueueSettings.named("Support").withResolvedResponse(Wording.of("Number {{number}} is done."));
        center.admin().changeQueue(center.defaultQueue(), words);
        TicketId closed = center.taken();
        TicketId answered = center.taken();
        TicketId byJane = center.taken();
        center.after(Duration.ofHours(1));
        john.close(closed);
        john.answer(answered, Answer.of("Fixed."));
        jane.close(byJane);

        assertThat(center.sent().stream().filter(mail -> mail.text().contains("is done")))
                .singleElement()
                .matches(mail -> mail.text().contains("Number " + closed.value() + " is done."));
    }

    @Test
    @Tag("A5")
    @Tag("D7")
    void whoWasToldThatATicketIsResolvedIsNotToldThatItIsClosed() {
        QueueSettings words = QueueSettings.named("Support").withResolvedResponse(Wording.of("It is done."));
        center.admin().changeQueue(center.defaultQueue(), words);
        TicketId ticket = center.taken();
        john.resolve(ticket);
        center.after(Duration.ofHours(1));

        john.close(ticket);

        assertThat(center.sent().stream().filter(mail -> mail.text().contains("It is done.")))
                .hasSize(1);
    }

    private void refused(Refusal refusal, Action action, TicketId ticket, ThrowingCallable call) {
        assertThat(john.ticket(ticket).actions().whyNot(action)).contains(refusal);
        Expect.in(center).refused(refusal, call);
    }

    private Status status(TicketId ticket) {
        return john.ticket(ticket).header().status();
    }
}
