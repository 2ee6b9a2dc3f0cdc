// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.ScheduledAction.Kind;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Scheduled;
import dev.troubletickets.view.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions at a time (G9) that are dropped before it comes. */
class ScheduleDroppedTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));

    @Test
    @Tag("G9")
    void aChangeDropsWhatWasScheduledUnlessTheTicketChanges() {
        for (Consumer<TicketId> change : List.<Consumer<TicketId>>of(
                ticket -> jane.reply(ticket, Reply.of("Still broken.")),
                jane::close,
                ticket -> john.answer(ticket, Answer.of("Fixed.")),
                john::hold,
                john::release,
                ticket -> john.assign(ticket, Cast.KATE),
                ticket -> john.change(ticket, Edit.queue(queue())))) {
            TicketId ticket = center.taken();
            ScheduledId action = john.scheduling()
                    .at(TOMORROW, ticket, ScheduledAction.close().unlessChanged());
            ScheduledId anyway = john.scheduling().at(TOMORROW, ticket, ScheduledAction.remind("Look."));
            change.accept(ticket);

            assertThat(told(ticket)).contains(new ActionDropped(action.number(), Kind.CLOSE, DroppedBy.CHANGE));
            assertThat(anna.ticket(ticket).scheduled())
                    .extracting(Scheduled::id)
                    .containsExactly(anyway);
            assertThat(center.kept(ticket).scheduled()).isEqualTo(1);
        }
    }

    @Test
    @Tag("G9")
    void anAnswerIsDroppedIfTheCustomerActsFirstAndNotIfStaffDo() {
        for (Consumer<TicketId> act :
                List.<Consumer<TicketId>>of(ticket -> jane.reply(ticket, Reply.of("It works again.")), jane::close)) {
            TicketId ticket = center.taken();
            ScheduledId action = john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Does it work?"));
            ScheduledId anyway = john.scheduling()
                    .at(TOMORROW, ticket, ScheduledAction.answer("Hello.").whateverHappens());
            john.hold(ticket);
            assertThat(john.ticket(ticket).scheduled()).hasSize(2);
            act.accept(ticket);

            assertThat(told(ticket)).contains(new ActionDropped(action.number(), Kind.ANSWER, DroppedBy.CUSTOMER));
            assertThat(john.ticket(ticket).scheduled())
                    .filteredOn(each -> each.refused().isEmpty())
                    .extracting(Scheduled::id)
                    .containsExactly(anyway);
            assertThat(john.ticket(ticket).why())
                    .anyMatch(why -> why.decision() == Why.Decision.ACTED
                            && why.because().contains("the customer acted first"));
        }
    }

    @Test
    @Tag("G9")
    void notesAndOtherParametersAreNoChange() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.close().unlessChanged());
        kate.note(ticket, "By the way …");
        john.change(ticket, Edit.priority(70), Edit.subject("Mail bounces again"));
        john.snooze(ticket, TOMORROW.minusSeconds(60));
        john.ticket(ticket);
        jane.ticket(ticket);
        at(TOMORROW);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("G9")
    void anActionThatIsTakenDropsTheOthersOfItsTicketIfItChangesIt() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.hold());
        john.scheduling()
                .at(TOMORROW.plusSeconds(60), ticket, ScheduledAction.close().unlessChanged());
        at(TOMORROW.plusSeconds(60));

        assertThat(status(ticket)).isEqualTo(Status.ON_HOLD);
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    @Tag("G8")
    @Tag("G9")
    void anActionThatIsTakenDoesNotDropItself() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Fixed.").unlessChanged());
        ScheduledId other = john.scheduling()
                .at(
                        TOMORROW.plusSeconds(60),
                        ticket,
                        ScheduledAction.answer("Bye.").unlessChanged());
        at(TOMORROW);

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(told(ticket))
                .filteredOn(ActionDropped.class::isInstance)
                .containsExactly(new ActionDropped(other.number(), Kind.ANSWER, DroppedBy.CHANGE));
        assertThat(john.ticket(ticket).scheduled()).singleElement().satisfies(left -> {
            assertThat(left.id()).isEqualTo(other);
            assertThat(left.refused()).contains("the ticket has changed meanwhile");
        });
    }

    private QueueId queue() {
        return center.queue("Queue " + center.admin().queues().size(), Cast.JOHN);
    }

    private void at(Instant time) {
        clock.set(time);
        assertThat(center.run().failures()).isZero();
    }

    private Status status(TicketId ticket) {
        return anna.ticket(ticket).header().status();
    }

    private List<TicketEvent> told(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }
}
