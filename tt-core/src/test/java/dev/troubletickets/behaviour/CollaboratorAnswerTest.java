// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers by those who were invited to answer (G10): the laws of everybody's (A8), but for whose the ticket is. */
@Tag("G10")
@Tag("A8")
class CollaboratorAnswerTest extends BehaviourTest {
    private TicketId ticket;

    @BeforeEach
    void aTicketOfKates() {
        ticket = center.opened();
        kate.pickUp(ticket);
        kate.composing().unblock(ticket);
        kate.change(ticket, Edit.queue(center.queue("Billing", Cast.KATE)));
        kate.collaborating().invite(ticket, Cast.JOHN, CollaboratorRight.ANSWER);
    }

    @Test
    void theAnswerReachesTheCustomerAndTheTicketStaysWhoseItIs() {
        center.sent();
        center.mail().forgetSent();

        john.answer(ticket, Answer.of("Fixed."));

        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.ANSWERED);
        assertThat(center.kept(ticket).state().assigned()).contains(Cast.KATE);
        assertThat(center.kept(ticket).state().customerStatus()).isEqualTo(CustomerStatus.NEW_MESSAGES);
        assertThat(jane.ticket(ticket).messages()).last().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("Fixed.");
            assertThat(answer.authorName()).isEqualTo("John Woods");
        });
        assertThat(center.sent())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("Fixed."));
    }

    @Test
    void theAnswerKeepsNobodyFromTheTicketAfterwards() {
        john.answer(ticket, Answer.of("Fixed.").keepOpen());

        kate.answer(ticket, Answer.of("As my colleague said.").andClose());

        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aReplyComesBackAsAfterAnAnswerOfTheAssignees() {
        john.answer(ticket, Answer.of("Fixed."));

        jane.reply(ticket, Reply.of("It is not."));

        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.OPEN);
        assertThat(center.kept(ticket).state().assigned()).isEmpty();
        john.answer(ticket, Answer.of("Now it is."));
        assertThat(center.kept(ticket).state().assigned()).isEmpty();
    }

    @Test
    void whatIsClosedIsNotReopenedByAGuestsAnswer() {
        kate.close(ticket);

        Expect.in(center).refused(Refusal.CLOSED, () -> john.answer(ticket, Answer.of("One more thing.")));
        assertThat(john.ticket(ticket).actions().whyNot(Action.ANSWER)).contains(Refusal.CLOSED);
        john.note(ticket, "One more thing.");
    }

    @Test
    void theLawsForEverybodyHold() {
        kate.collaborating().invite(ticket, Cast.NICK, CollaboratorRight.ANSWER);
        Expect.in(center).refused(Refusal.PROFILE_MISSING, () -> center.nick().answer(ticket, Answer.of("Hi")));
        assertThat(center.nick().ticket(ticket).actions().whyNot(Action.ANSWER)).contains(Refusal.PROFILE_MISSING);

        kate.composing().lock(ticket);
        Expect.in(center).failure(LockedByAnother.class, () -> john.answer(ticket, Answer.of("Hi")));
        kate.composing().unblock(ticket);

        center.admin().take(Cast.JOHN, Permission.ANSWER);
        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.answer(ticket, Answer.of("Hi")));
        assertThat(john.ticket(ticket).actions().whyNot(Action.ANSWER)).contains(Refusal.PERMISSION_MISSING);
    }

    @Test
    void oneOfTheQueueWhoIsInvitedAnswersWithoutPickingUp() {
        TicketId open = center.opened();
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> john.answer(open, Answer.of("Hi")));
        kate.collaborating().invite(open, Cast.JOHN, CollaboratorRight.NOTE);
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> john.answer(open, Answer.of("Hi")));

        kate.collaborating().invite(open, Cast.JOHN, CollaboratorRight.ANSWER);
        Expect.in(center)
                .refused(
                        Refusal.NOT_ASSIGNEE,
                        () -> john.answer(open, Answer.of("Hi").andClose()));
        john.answer(open, Answer.of("Hi"));

        assertThat(center.kept(open).state().status()).isEqualTo(Status.ANSWERED);
        assertThat(center.kept(open).state().assigned()).isEmpty();
    }

    @Test
    @Tag("G9")
    void whatAGuestScheduledWhileTheTicketWasTheirsIsRefusedWhenItsTimeComes() {
        kate.assign(ticket, Cast.JOHN);
        john.scheduling().at(clock.instant().plus(Duration.ofHours(1)), ticket, ScheduledAction.close());
        anna.assign(ticket, Cast.KATE);

        center.after(Duration.ofHours(2));
        center.run();

        assertThat(center.kept(ticket).state().status()).isEqualTo(Status.OPEN);
        assertThat(kate.ticket(ticket).scheduled())
                .singleElement()
                .satisfies(action -> assertThat(action.refused()).contains(Refusal.INVITED_ONLY.message()));
    }
}
