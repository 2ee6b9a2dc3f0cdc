// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.event.TicketEvent.ActionRefused;
import dev.troubletickets.event.TicketEvent.ActionTaken;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.RunReport;
import dev.troubletickets.view.Scheduled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Scheduled actions (G9) that cannot be taken when their time comes, and what fails on the way. */
class ScheduleRefusedTest extends BehaviourTest {
    private static final Instant TOMORROW = TestCenter.START.plus(Duration.ofDays(1));

    @Test
    @Tag("G9")
    void aRefusalIsToldOnThePageAndInTheHistoryAndNotTriedAgain() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello."));
        john.release(ticket);
        at(TOMORROW);
        at(TOMORROW.plus(Duration.ofDays(1)));

        assertThat(refused(ticket)).containsExactly(Refusal.NOT_ASSIGNEE.message());
        assertThat(john.ticket(ticket).scheduled())
                .extracting(action -> action.refused().orElseThrow())
                .containsExactly(Refusal.NOT_ASSIGNEE.message());
        assertThat(jane.ticket(ticket).messages()).hasSize(1);

        john.scheduling().cancel(john.ticket(ticket).scheduled().get(0).id());
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
        assertThat(center.kept(ticket).scheduled()).isZero();
    }

    @Test
    @Tag("G9")
    @Tag("E3")
    void thePermissionsOfThenCount() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.assign(Cast.KATE));
        center.admin().take(Cast.JOHN, Permission.ASSIGN_TO_OTHERS);
        at(TOMORROW);

        assertThat(refused(ticket)).containsExactly(Refusal.PERMISSION_MISSING.message());
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("G9")
    @Tag("B2")
    void whoNoLongerSeesTheTicketDoesNothingToIt() {
        TicketId ticket = center.opened();
        kate.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        anna.change(ticket, Edit.queue(center.queue("Quiet")));
        at(TOMORROW);

        assertThat(refused(ticket)).containsExactly("no such ticket");
        assertThat(anna.ticket(ticket).header().status()).isEqualTo(Status.NEW);
    }

    @Test
    @Tag("G9")
    void whoIsNoLongerOnTheStaffDoesNothing() {
        center.directory().people().add(StaffMember.technician("temp"));
        TicketId ticket = center.opened();
        center.center().staff(StaffId.of("temp")).scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        center.directory().people().remove(StaffId.of("temp"));
        at(TOMORROW);

        assertThat(refused(ticket)).containsExactly("no such technician");
        assertThat(john.ticket(ticket).scheduled())
                .extracting(Scheduled::byName)
                .containsExactly("temp");
    }

    @Test
    @Tag("G9")
    void oneThatIsRefusedDoesNotKeepTheOthersFromTheirTurn() {
        List<TicketId> tickets = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            TicketId ticket = center.taken();
            john.scheduling().at(TOMORROW.plusSeconds(i), ticket, ScheduledAction.close());
            tickets.add(ticket);
        }
        john.close(tickets.get(3));
        clock.set(TOMORROW.plusSeconds(60));

        assertThat(center.run().count(RunReport.Work.ACTED)).isEqualTo(10);
        assertThat(tickets).allMatch(each -> john.ticket(each).header().status() == Status.CLOSED);
        assertThat(refused(tickets.get(3))).containsExactly(Refusal.ALREADY_SO.message());
        assertThat(refused(tickets.get(4))).isEmpty();
    }

    @Test
    @Tag("G9")
    void whatTheHostsDirectoryKeepsFromIsTriedAgain() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        center.directory().goDown();
        clock.set(TOMORROW);
        center.run();
        center.directory().comeBack();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        at(TOMORROW.plusSeconds(59));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        at(TOMORROW.plusSeconds(60));

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(refused(ticket)).isEmpty();
    }

    @Test
    @Tag("G9")
    void whatFailsForeverIsGivenUp() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.close());
        center.directory().goDown();
        clock.set(TOMORROW);
        for (int i = 0; i < 12; i++) {
            center.run();
            center.after(Duration.ofHours(12));
        }
        center.directory().comeBack();

        assertThat(refused(ticket)).hasSize(1);
        assertThat(john.ticket(ticket).scheduled().get(0).refused()).isPresent();
        at(TOMORROW.plus(Duration.ofDays(30)));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    @Tag("G9")
    @Tag("B6")
    void aColleaguesLockPutsAnAnswerOff() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello."));
        clock.set(TOMORROW.minusSeconds(60));
        anna.composing().lock(ticket);
        at(TOMORROW);
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(refused(ticket)).isEmpty();
        at(TOMORROW.plus(Duration.ofMinutes(30)));

        assertThat(jane.ticket(ticket).messages()).hasSize(2);
    }

    @Test
    @Tag("G9")
    void manyNodesTakeAnActionOnce() {
        TicketId ticket = center.taken();
        john.scheduling().at(TOMORROW, ticket, ScheduledAction.answer("Hello."));
        TestCenter other = center.anotherNode();
        clock.set(TOMORROW);
        int acted = center.run().count(RunReport.Work.ACTED) + other.run().count(RunReport.Work.ACTED);

        assertThat(acted).isEqualTo(1);
        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(told(ticket, ActionTaken.class)).hasSize(1);
    }

    private void at(Instant time) {
        clock.set(time);
        assertThat(center.run().failures()).isZero();
    }

    private List<String> refused(TicketId ticket) {
        return told(ticket, ActionRefused.class).stream()
                .map(ActionRefused::why)
                .toList();
    }

    private <T> List<T> told(TicketId ticket, Class<T> event) {
        return anna.ticket(ticket).conversation().stream()
                .filter(ConversationItem.SystemLine.class::isInstance)
                .map(line -> ((ConversationItem.SystemLine) line).event())
                .filter(event::isInstance)
                .map(event::cast)
                .toList();
    }
}
