// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.ActionCancelled;
import dev.troubletickets.event.TicketEvent.ActionScheduled;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.ScheduledAction.Kind;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Draft;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Actions at a time (G9): scheduled, shown, cancelled, taken. */
class ScheduleTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));
    private final Expect expect = Expect.in(center);

    @Test
    @Tag("G9")
    void aTicketClosesAtTheTime() {
        TicketId ticket = center.taken();
        ScheduledId action = john.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        clock.set(TOMORROW.minusMillis(1));
        assertThat(center.run().count(RunReport.Work.ACTED)).isZero();
        clock.set(TOMORROW);
        assertThat(center.run().count(RunReport.Work.ACTED)).isEqualTo(1);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
        assertThat(told(ticket))
                .contains(
                        new ActionScheduled(action.number(), Kind.CLOSE, TOMORROW, DroppedBy.NOTHING),
                        new ActionTaken(action.number(), Kind.CLOSE));
        assertThat(actorOf(ticket, ActionTaken.class)).isEqualTo(Actor.staff(Cast.JOHN));
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
        assertThat(center.run().count(RunReport.Work.ACTED)).isZero();
    }

    @Test
    @Tag("G9")
    void aTicketIsHeldAndReopenedAtTheirTimes() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.hold());
        john.scheduling().at(TOMORROW.plusSeconds(60), ticket, ScheduledAction.reopen());
        at(TOMORROW);
        assertThat(status(ticket)).isEqualTo(Status.ON_HOLD);
        at(TOMORROW.plusSeconds(60));
        assertThat(status(ticket)).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("G9")
    void afterDownTimeWhatWasMissedIsTakenInTheOrderOfTime() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW.plusSeconds(60), ticket, ScheduledAction.reopen());
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.hold());
        at(TOMORROW.plus(Duration.ofDays(7)));

        assertThat(status(ticket)).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    @Test
    @Tag("G9")
    void aTicketIsAssignedAtTheTime() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.assign(Cast.KATE));
        at(TOMORROW);

        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.KATE);
    }

    @Test
    @Tag("G9")
    void anAnswerGoesOutAtTheTimeAsIfItWereTypedThen() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("It works by now."));
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        at(TOMORROW);

        ConversationItem.Message answer = jane.ticket(ticket).messages().get(1);
        assertThat(answer.text()).isEqualTo("It works by now.");
        assertThat(answer.authorName()).isEqualTo("John Woods");
        assertThat(center.sent()).last().matches(mail -> mail.text().contains("It works by now."));
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("G9")
    void aReminderIsANoteThatNobodyHasReadNotEvenItsAuthor() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.remind("Ask the vendor."));
        john.ticket(ticket);
        assertThat(john.dashboard().assigned().tickets().get(0).marks().unread())
                .isFalse();
        at(TOMORROW);

        assertThat(john.dashboard().assigned().tickets().get(0).marks().unread())
                .isTrue();
        assertThat(john.ticket(ticket).messages())
                .last()
                .matches(note -> note.text().equals("Ask the vendor.")
                        && note.authorName().equals("John Woods"));
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
    }

    @Test
    @Tag("G9")
    void whatIsScheduledStandsOnThePageByItsTime() {
        TicketId ticket = center.taken();
        ScheduledId later = john.scheduling()
                .at(TOMORROW.plusSeconds(1), ticket, ScheduledAction.close().unlessChanged());
        ScheduledId sooner = john.scheduling().at(TOMORROW, ticket, ScheduledAction.remind("Look."));

        assertThat(john.ticket(ticket).scheduled())
                .containsExactly(
                        new Scheduled(
                                sooner,
                                TOMORROW,
                                ScheduledAction.remind("Look."),
                                Cast.JOHN,
                                "John Woods",
                                Optional.empty(),
                                true,
                                Optional.empty()),
                        new Scheduled(
                                later,
                                TOMORROW.plusSeconds(1),
                                ScheduledAction.close().unlessChanged(),
                                Cast.JOHN,
                                "John Woods",
                                Optional.empty(),
                                true,
                                Optional.empty()));
        assertThat(kate.ticket(ticket).scheduled())
                .extracting(Scheduled::cancellable)
                .containsOnly(false);
        assertThat(kate.ticket(ticket).actions().allows(Action.SCHEDULE)).isTrue();
    }

    @Test
    @Tag("G9")
    void anActionIsCancelledByItsAuthorOrWithThePermission() {
        TicketId ticket = center.taken();
        ScheduledId first = john.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        ScheduledId second = john.scheduling().at(TOMORROW, ticket, ScheduledAction.hold());
        john.scheduling().cancel(first);
        assertThat(told(ticket)).contains(new ActionCancelled(first.number(), Kind.CLOSE));
        expect.notFound("action", () -> john.scheduling().cancel(first));

        expect.refused(Refusal.PERMISSION_MISSING, () -> kate.scheduling().cancel(second));
        center.admin().give(Cast.KATE, Permission.CANCEL_SCHEDULED);
        assertThat(kate.ticket(ticket).scheduled())
                .extracting(Scheduled::cancellable)
                .containsOnly(true);
        kate.scheduling().cancel(second);
        at(TOMORROW);
        assertThat(status(ticket)).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("G9")
    @Tag("G7")
    void anAnswerAtATimeLeavesItsAuthorsDraftAlone() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("It works by now."));
        clock.set(TOMORROW.minusSeconds(60));
        john.composing().lock(ticket);
        john.composing().saveDraft(ticket, "Another thought …");
        at(TOMORROW);

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(john.ticket(ticket).drafts()).extracting(Draft::text).containsExactly("Another thought …");
    }

    @Test
    @Tag("A11")
    @Tag("G9")
    void aDeletedTicketTakesItsScheduleAlong() {
        TicketId ticket = center.opened();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        anna.delete(ticket);
        at(TOMORROW);

        assertThat(center.run().failures()).isZero();
    }

    private void at(Instant time) {
        clock.set(time);
        assertThat(center.run().failures()).isZero();
    }

    private Status status(TicketId ticket) {
        return anna.ticket(ticket).header().status();
    }

    private Actor actorOf(TicketId ticket, Class<?> event) {
        return anna.ticket(ticket).conversation().stream()
                .filter(item -> item instanceof ConversationItem.SystemLine line && event.isInstance(line.event()))
                .map(item -> ((ConversationItem.SystemLine) item).actor())
                .findFirst()
                .orElseThrow();
    }

    private List<TicketEvent> told(TicketId ticket) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .toList();
    }
}
