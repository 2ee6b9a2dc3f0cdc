// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.event.TicketEvent.AutoCloseResumed;
import dev.troubletickets.event.TicketEvent.AutoCloseSuspended;
import dev.troubletickets.event.TicketEvent.TaskCreated;
import dev.troubletickets.event.TicketEvent.TaskDone;
import dev.troubletickets.event.TicketEvent.TaskReopened;
import dev.troubletickets.event.TicketEvent.TasksMoved;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskRow;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.OperationView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tasks of tickets (E7): seen with them, moved with them, gone with them; while one is open, the ticket does not close by itself (G5). */
@Tag("E7")
class TicketTasksTest extends BehaviourTest {
    private static final Duration DAY = Duration.ofDays(1);

    private final Expect expect = Expect.in(center);

    @Test
    @Tag("A15")
    void theTicketsPageAndHistoryTellOfItsTasks() {
        TicketId ticket = center.taken();
        TaskId late = create(ticket, 5);
        TaskId soon = create(ticket, 2);

        assertThat(john.ticket(ticket).tasks().open()).isEqualTo(2);
        assertThat(john.ticket(ticket).tasks().shown()).extracting(TaskRow::id).containsExactly(soon, late);
        john.tasks().done(soon);
        john.tasks().done(late);
        john.tasks().reopen(soon);

        assertThat(john.ticket(ticket).tasks().shown()).extracting(TaskRow::id).containsExactly(soon);
        assertThat(center.events(ticket))
                .endsWith(
                        new TaskCreated(late.value(), Cast.KATE),
                        new TaskCreated(soon.value(), Cast.KATE),
                        new TaskDone(soon.value()),
                        new TaskDone(late.value()),
                        new TaskReopened(soon.value()));
        assertThat(john.tasks().task(soon).row().ticket()).contains(ticket);
    }

    @Test
    @Tag("B2")
    void theTicketIsNamedToThoseWhoSeeItAlone() {
        QueueId sales = center.queue("Sales", Cast.JOHN);
        TicketId ticket = center.taken();
        TaskId id = create(ticket, 5);
        assertThat(kate.tasks().task(id).row().ticket()).contains(ticket);
        john.change(ticket, Edit.queue(sales));

        assertThat(kate.tasks().task(id).row().ticket()).isEmpty();
        assertThat(kate.tasks()
                        .list(dev.troubletickets.tasks.TaskList.mine(), Optional.empty())
                        .tasks())
                .singleElement()
                .matches(row -> row.ticket().isEmpty());
        kate.tasks().done(id);
        assertThat(center.events(ticket)).endsWith(new TaskDone(id.value()));
        expect.notFound("ticket", () -> create(kate, ticket));
        expect.notFound("ticket", () -> create(kate, TicketId.of(99_999)));
    }

    @Test
    @Tag("B2")
    void thePageShowsTheTasksOneSeesAndSaysHowManyThereAre() {
        TicketId ticket = center.taken();
        anna.tasks().create(NewTask.of("Secret", Cast.ANNA).ticket(ticket));

        assertThat(john.ticket(ticket).tasks().open()).isEqualTo(1);
        assertThat(john.ticket(ticket).tasks().shown()).isEmpty();
        center.admin().give(Cast.JOHN, Permission.TASKS_ADMIN);
        assertThat(john.ticket(ticket).tasks().shown()).hasSize(1);
        center.admin().take(Cast.JOHN, Permission.TASKS);
        assertThat(john.ticket(ticket).tasks().shown()).isEmpty();
    }

    @Test
    @Tag("G10")
    void whoWasInvitedCreatesNoneForTheTicket() {
        QueueId sales = center.queue("Sales", Cast.KATE);
        TicketId ticket = center.opened();
        kate.pickUp(ticket);
        kate.change(ticket, Edit.queue(sales));
        kate.collaborating().invite(ticket, Cast.JOHN, CollaboratorRight.ANSWER);

        expect.refused(Refusal.INVITED_ONLY, () -> create(john, ticket));
    }

    @Test
    @Tag("G5")
    @Tag("G1")
    void whileATaskIsOpenTheTicketNeitherClosesNorWarnsAndThenTheTimeBeginsAnew() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3).warning(1)));
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Wait."));
        center.run();
        TaskId first = create(ticket, 30);
        TaskId second = create(ticket, 30);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
        center.mail().forgetSent();
        center.after(DAY.multipliedBy(10));
        assertThat(center.sent()).isEmpty();
        assertThat(status(ticket)).isEqualTo(Status.ANSWERED);

        john.tasks().done(first);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
        john.tasks().done(second);

        Instant closes = clock.instant().plus(DAY.multipliedBy(3));
        assertThat(john.ticket(ticket).autoCloseAt()).contains(closes);
        assertThat(center.events(ticket)).contains(new AutoCloseSuspended()).endsWith(new AutoCloseResumed(closes));
        assertThat(john.ticket(ticket).why().toString()).contains("open tasks", "its tasks are done");
        center.after(DAY.multipliedBy(2));
        assertThat(center.sent()).as("the warning").hasSize(1);
        assertThat(status(ticket)).isEqualTo(Status.ANSWERED);
        center.after(DAY);
        center.run();
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("G5")
    void anAnswerWhileATaskIsOpenClosesNothingBeforeItIsDone() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        TicketId ticket = center.taken();
        TaskId task = create(ticket, 30);
        john.answer(ticket, Answer.of("Wait."));
        center.run();
        center.after(DAY.multipliedBy(10));
        center.run();
        assertThat(status(ticket)).isEqualTo(Status.ANSWERED);
        john.tasks().done(task);
        john.tasks().reopen(task);
        center.after(DAY.multipliedBy(10));
        center.run();
        assertThat(status(ticket)).isEqualTo(Status.ANSWERED);

        john.tasks().done(task);
        center.after(DAY.multipliedBy(3));
        center.run();
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("G5")
    @Tag("A10")
    void whereAnsweredTicketsCloseAtOnceTheyCloseOnceTheLastTaskIsDone() {
        TicketId ticket = center.taken();
        TicketId talking = center.taken();
        TaskId task = create(ticket, 30);
        TaskId other = create(talking, 30);
        john.answer(ticket, Answer.of("Wait."));
        john.answer(talking, Answer.of("Wait.").keepOpen());
        assertThat(status(ticket)).isEqualTo(Status.ANSWERED);

        john.tasks().done(task);
        john.tasks().done(other);

        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(ticket).why().toString()).contains("now that nothing is left to be done");
        assertThat(status(talking)).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("G5")
    void staffAndCustomerCloseItAllTheSame() {
        TicketId ticket = center.taken();
        TaskId task = create(ticket, 30);
        john.close(ticket);
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
        john.tasks().done(task);
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);

        john.reopen(ticket);
        john.tasks().reopen(task);
        jane.close(ticket);
        assertThat(status(ticket)).isEqualTo(Status.CLOSED);
    }

    @Test
    @Tag("A11")
    void deletingATicketDeletesItsTasks() {
        TicketId ticket = center.opened();
        TaskId task = create(ticket, 5);
        anna.delete(ticket);

        expect.notFound("task", () -> john.tasks().task(task));
    }

    @Test
    @Tag("A12")
    @Tag("G2")
    void mergingMovesTasksAndUndoMovesThemBack() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId target = center.taken();
        john.answer(target, Answer.of("Wait."));
        TicketId source = center.taken();
        john.answer(source, Answer.of("Wait, too."));
        TaskId open = create(source, 5);
        TaskId done = create(source, 5);
        john.tasks().done(done);
        center.run();
        john.linking().merge(source, target);

        assertThat(center.kept(target).tasks()).isEqualTo(1);
        assertThat(center.kept(source).tasks()).isZero();
        assertThat(john.ticket(target).autoCloseAt()).isEmpty();
        assertThat(john.tasks().task(open).row().ticket()).contains(target);
        assertThat(center.events(target)).contains(new TasksMoved(source, List.of(open.value(), done.value())));
        center.after(DAY.multipliedBy(9));
        center.run();
        assertThat(status(target)).isEqualTo(Status.ANSWERED);

        undo(target);
        assertThat(center.kept(target).tasks()).isZero();
        assertThat(center.kept(source).tasks()).isEqualTo(1);
        assertThat(john.tasks().task(open).row().ticket()).contains(source);
        assertThat(john.tasks().task(done).row().ticket()).contains(source);
        assertThat(john.ticket(source).autoCloseAt()).isEmpty();
        center.after(DAY.multipliedBy(9));
        center.run();
        assertThat(status(target)).isEqualTo(Status.CLOSED);
        assertThat(status(source)).isEqualTo(Status.ANSWERED);
    }

    @Test
    @Tag("A12")
    @Tag("G2")
    void whatWasDoneInTheMergedTicketGoesBackDoneAndTheTimeRunsThere() {
        center.settings(s -> s.withAutoClose(AutoClose.afterDays(3)));
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId target = center.taken();
        TicketId source = center.taken();
        john.answer(source, Answer.of("Wait."));
        TaskId task = create(source, 5);
        TicketId top = center.taken();
        john.linking().merge(source, target);
        john.linking().merge(target, top);
        assertThat(john.tasks().task(task).row().ticket()).contains(top);
        john.tasks().done(task);
        assertThat(center.kept(top).tasks()).isZero();

        undo(target);
        assertThat(john.tasks().task(task).row().ticket()).contains(source);
        assertThat(center.kept(source).tasks()).isZero();
        assertThat(john.ticket(source).autoCloseAt()).isPresent();
    }

    @Test
    void aTicketHasTwentyOpenTasksAtMost() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        TicketId ticket = center.taken();
        TicketId other = center.taken();
        TaskId last = create(ticket, 5);
        for (int i = 1; i < 20; i++) {
            last = create(ticket, 5);
        }
        create(other, 5);
        expect.overLimit("ticketTasks", () -> create(john, ticket));
        expect.overLimit("ticketTasks", () -> john.linking().merge(other, ticket));
        john.tasks().done(last);
        create(ticket, 5);
        TaskId done = last;
        expect.overLimit("ticketTasks", () -> john.tasks().reopen(done));
    }

    private void undo(TicketId ticket) {
        OperationView merge = anna.ticket(ticket).operations().stream()
                .filter(each -> each.id().ticket().equals(ticket))
                .findFirst()
                .orElseThrow();
        anna.linking().undo(merge.id());
    }

    private TaskId create(TicketId ticket, int days) {
        Instant due = clock.instant().plus(DAY.multipliedBy(days));
        return john.tasks().create(NewTask.of("Call", Cast.KATE).due(due).ticket(ticket));
    }

    private static TaskId create(dev.troubletickets.desk.StaffDesk desk, TicketId ticket) {
        return desk.tasks().create(NewTask.of("Call", Cast.KATE).ticket(ticket));
    }

    private Status status(TicketId ticket) {
        return center.kept(ticket).state().status();
    }
}
