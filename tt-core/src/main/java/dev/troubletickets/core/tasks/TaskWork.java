// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.tasks;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.command.NewTask;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.post.Dates;
import dev.troubletickets.core.post.Languages;
import dev.troubletickets.core.post.StaffPost;
import dev.troubletickets.core.post.Texts;
import dev.troubletickets.core.ticket.Allowance;
import dev.troubletickets.core.ticket.Desk;
import dev.troubletickets.core.ticket.TicketTasks;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.Notice;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore.Entry;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.tasks.TaskEntry.Kind;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates and changes tasks (E7), and tells those who get one. */
public final class TaskWork {
    private static final Duration FARTHEST = Duration.ofDays(3653);
    private static final int MOST_OPEN = 1000;
    private static final int MOST_ENTRIES = 1000;

    private final Access access;
    private final Desk desk;
    private final Optional<StaffPost> post;

    public TaskWork(Access access, Desk desk, Optional<StaffPost> post) {
        this.access = access;
        this.desk = desk;
        this.post = post;
    }

    public TaskId create(Scope scope, Viewer.Staff staff, NewTask task) {
        // the one it was merged into, if it was
        var ticket = task.ticket().map(id -> desk.take(scope, staff, id));
        staff.require(Permission.TASKS);
        Allowance.text(scope.settings().limits(), task.details());
        Viewer.Staff assignee = assignee(scope, task.assignee());
        if (scope.stores().tasks().countOpenOf(staff.id()) >= MOST_OPEN) {
            throw new OverLimit("openTasks", MOST_OPEN);
        }
        TaskData data = new TaskData(
                TaskId.of(0),
                1,
                new TaskData.Content(task.title(), task.details(), staff.id(), scope.now()),
                assignee.id(),
                due(scope, task.due()),
                null,
                ticket.map(each -> each.id()).orElse(null));
        TaskId id = scope.stores().tasks().create(data);
        tell(scope, staff, id, new Told(Kind.CREATED, null, null));
        ticket.ifPresent(each ->
                TicketTasks.opened(scope, staff.actor(), each, new TicketEvent.TaskCreated(id.value(), assignee.id())));
        notify(scope, staff, assignee, data.as(id));
        return id;
    }

    public void note(Scope scope, Viewer.Staff staff, TaskId id, String text) {
        TaskData task = access.task(scope, staff, id);
        Allowance.text(scope.settings().limits(), MessageText.require("text", text));
        tell(scope, staff, task.id(), new Told(Kind.NOTE, null, text));
    }

    public void changeDue(Scope scope, Viewer.Staff staff, TaskId id, Optional<Instant> due) {
        TaskData task = open(scope, staff, id);
        Instant to = due(scope, due);
        if (Objects.equals(task.due(), to)) {
            throw new NotPermitted(Refusal.ALREADY_SO);
        }
        save(scope, task.dueAt(to));
        tell(scope, staff, id, new Told(Kind.DUE_CHANGED, text(task.due()), text(to)));
    }

    public void reassign(Scope scope, Viewer.Staff staff, TaskId id, StaffId technician) {
        TaskData task = open(scope, staff, id);
        Viewer.Staff assignee = assignee(scope, technician);
        if (task.assignee().equals(technician)) {
            throw new NotPermitted(Refusal.ALREADY_SO);
        }
        save(scope, task.assignedTo(technician));
        tell(scope, staff, id, new Told(Kind.REASSIGNED, task.assignee().value(), technician.value()));
        notify(scope, staff, assignee, task);
    }

    public void done(Scope scope, Viewer.Staff staff, TaskId id) {
        TaskData task = open(scope, staff, id);
        save(scope, task.doneAt(scope.now()));
        tell(scope, staff, id, new Told(Kind.DONE, null, null));
        TicketId ticket = task.ticket();
        if (ticket != null) {
            TicketTasks.done(scope, staff.actor(), ticket, new TicketEvent.TaskDone(id.value()));
        }
    }

    public void reopen(Scope scope, Viewer.Staff staff, TaskId id) {
        TaskData task = access.task(scope, staff, id);
        if (task.isOpen()) {
            throw new NotPermitted(Refusal.TASK_OPEN);
        }
        save(scope, task.doneAt(null));
        tell(scope, staff, id, new Told(Kind.REOPENED, null, null));
        TicketId ticket = task.ticket();
        if (ticket != null) {
            TicketTasks.opened(
                    scope, staff.actor(), TicketTasks.find(scope, ticket), new TicketEvent.TaskReopened(id.value()));
        }
    }

    private TaskData open(Scope scope, Viewer.Staff staff, TaskId id) {
        TaskData task = access.task(scope, staff, id);
        if (!task.isOpen()) {
            throw new NotPermitted(Refusal.TASK_DONE);
        }
        return task;
    }

    private static void save(Scope scope, TaskData task) {
        if (!scope.stores().tasks().update(task)) {
            throw new WriteConflict("task " + task.id() + " has moved on");
        }
    }

    private static void tell(Scope scope, Viewer.Staff staff, TaskId id, Told told) {
        if (scope.stores().tasks().countEntries(id) >= MOST_ENTRIES) {
            throw new OverLimit("taskEntries", MOST_ENTRIES);
        }
        scope.stores().tasks().add(id, new Entry(scope.now(), staff.id(), told.kind(), told.from(), told.to()));
    }

    private Viewer.Staff assignee(Scope scope, StaffId id) {
        try {
            Viewer.Staff assignee = access.staff(scope, id);
            if (assignee.has(Permission.TASKS)) {
                return assignee;
            }
        } catch (NotFound unknown) {
            throw nobody();
        }
        throw nobody();
    }

    private static Invalid nobody() {
        return new Invalid("assignee", "there is no such technician who works with tasks");
    }

    private static @Nullable Instant due(Scope scope, Optional<Instant> due) {
        Optional<Instant> exact = due.filter(
                        at -> at.isAfter(scope.now()) && !at.isAfter(scope.now().plus(FARTHEST)))
                .map(at -> at.truncatedTo(ChronoUnit.MICROS));
        if (due.isPresent() && exact.isEmpty()) {
            throw new Invalid("due", "lies in the future, within ten years");
        }
        return exact.orElse(null);
    }

    /** Who gets a task from a colleague is told, if they chose so (D12): who gave it and what it is called, not its details. */
    private void notify(Scope scope, Viewer.Staff by, Viewer.Staff assignee, TaskData task) {
        String from = by.profile().map(StaffProfile::fullName).orElse(by.id().value());
        Locale language = Languages.of(scope, assignee);
        Map<String, String> values =
                Map.of("author", from, "title", task.content().title());
        String due = Optional.ofNullable(task.due())
                .map(at -> Map.of("due", Dates.moment(at, language)))
                .map(at -> "\n" + Texts.TASK_DUE.filled(language, at))
                .orElse("");
        String words = Texts.TASK.filled(language, values) + due + "\n";
        post.filter(out -> !assignee.id().equals(by.id()))
                .ifPresent(out -> out.tell(
                        scope,
                        assignee,
                        Notice.TASK_ASSIGNED,
                        new StaffPost.Note(Texts.TASK_SUBJECT.filled(language, values), words)));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private record Told(
            Kind kind, @Nullable String from, @Nullable String to) {}
}
