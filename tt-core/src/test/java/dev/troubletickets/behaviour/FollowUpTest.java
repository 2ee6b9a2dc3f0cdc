// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.StaffTicketRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A customer's follow-up brings a ticket back (A7), to whom its stickiness says (B4). */
class FollowUpTest extends BehaviourTest {
    @Test
    @Tag("A7")
    @Tag("B4")
    void aFollowUpOnAnAnsweredTicketReopensItUnassigned() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));

        jane.reply(ticket, Reply.of("No."));

        assertReopened(ticket, Optional.empty());
    }

    @Test
    @Tag("A7")
    @Tag("B4")
    void aStickyTicketComesBackToItsAssignee() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").sticky(true));

        jane.reply(ticket, Reply.of("No."));

        assertReopened(ticket, Optional.of(Cast.JOHN));
        assertThat(john.ticket(ticket).header().sticky()).isTrue();
    }

    @Test
    @Tag("B4")
    void stickinessIsTakenAwayByAnAnswerToo() {
        TicketId ticket = center.taken();
        john.change(ticket, Edit.sticky(true));
        john.answer(ticket, Answer.of("Fixed.").sticky(false));

        jane.reply(ticket, Reply.of("No."));

        assertReopened(ticket, Optional.empty());
    }

    @Test
    @Tag("A7")
    void closedResolvedAndArchivedTicketsReopen() {
        TicketId closed = center.taken();
        john.close(closed);
        TicketId resolved = center.taken();
        john.resolve(resolved);
        TicketId archived = center.taken();
        john.close(archived);
        jane.archive(archived);

        for (TicketId ticket : List.of(closed, resolved, archived)) {
            jane.reply(ticket, Reply.of("Not yet."));
            assertReopened(ticket, Optional.empty());
        }
        assertThat(jane.archived(Optional.empty()).tickets()).isEmpty();
    }

    @Test
    @Tag("A7")
    void aSecondWordBeforeTheAnswerLeavesTheTicketInItsHands() {
        TicketId ticket = center.taken();
        center.after(Duration.ofHours(1));

        jane.reply(ticket, Reply.of("And one more thing."));

        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        assertThat(john.ticket(ticket).header().waitingSince()).contains(TestCenter.START);
    }

    @Test
    @Tag("A7")
    void anUntouchedTicketStaysNew() {
        TicketId ticket = center.opened();

        jane.reply(ticket, Reply.of("And one more thing."));

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.NEW);
    }

    @Test
    @Tag("A7")
    void aTicketOnHoldOpensWhenTheCustomerWrites() {
        TicketId ticket = center.taken();
        john.hold(ticket);

        jane.reply(ticket, Reply.of("Any news?"));

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("A7")
    void theWaitBeginsWithTheFirstUnansweredWord() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        center.after(Duration.ofDays(1));
        jane.reply(ticket, Reply.of("No."));
        center.after(Duration.ofDays(1));
        jane.reply(ticket, Reply.of("Hello?"));

        assertThat(john.ticket(ticket).header().waitingSince()).contains(TestCenter.START.plus(Duration.ofDays(1)));
    }

    @Test
    @Tag("A7")
    void theCustomerReopensWithoutAWord() {
        TicketId ticket = center.taken();
        john.close(ticket);

        jane.reopen(ticket);

        assertReopened(ticket, Optional.empty());
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        Expect.in(center).refused(Refusal.ALREADY_SO, () -> jane.reopen(ticket));
    }

    private void assertReopened(TicketId ticket, Optional<StaffId> assignee) {
        StaffTicketRow row = john.ticket(ticket).header();
        assertThat(row.status()).isEqualTo(Status.OPEN);
        assertThat(row.assignee()).isEqualTo(assignee);
        assertThat(row.isUnanswered()).isTrue();
        assertThat(john.ticket(ticket).customerStatus()).isEqualTo(CustomerStatus.IN_PROGRESS);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
    }
}
