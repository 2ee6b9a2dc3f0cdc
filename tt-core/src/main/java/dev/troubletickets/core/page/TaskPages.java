// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore.After;
import dev.troubletickets.spi.storage.TaskStore.Entry;
import dev.troubletickets.spi.storage.TaskStore.Query;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.tasks.Task;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.tasks.TaskRow;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TaskPage;
import dev.troubletickets.view.TicketTasks;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks as technicians see them (E7); the ticket of one is named to those who see that ticket. */
public final class TaskPages {
    private static final int PAGE = 50;
    /** Neither before nor after any storage's times. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Scope scope;
    private final Viewer.Staff staff;

    public TaskPages(Scope scope, Viewer.Staff staff) {
        this.scope = scope;
        this.staff = staff;
    }

    public TaskPage page(TaskList list, Optional<PageToken> from) {
        if (list.whose() == TaskList.Whose.EVERYBODYS) {
            staff.require(Permission.TASKS_ADMIN);
        }
        String name = "TASKS " + list.whose() + " " + list.which();
        Optional<After> after =
                PageTokens.read(name, 2, from, keys -> new After(instant(keys.get(0)), Long.parseLong(keys.get(1))));
        List<TaskData> found = scope.stores().tasks().list(new Query(list, staff.id(), scope.now(), after, PAGE + 1));
        List<TaskData> shown = found.subList(0, Math.min(found.size(), PAGE));
        Optional<PageToken> next = found.size() > shown.size()
                ? Optional.of(PageTokens.of(
                        name,
                        shown.get(PAGE - 1).sortAt(),
                        shown.get(PAGE - 1).id().value()))
                : Optional.empty();
        return new TaskPage(rows(shown, visible(shown)), next);
    }

    public Task task(TaskData task) {
        List<Entry> entries = scope.stores().tasks().entries(task.id());
        Map<StaffId, StaffProfile> names =
                scope.profiles(entries.stream().map(Entry::by).collect(Collectors.toSet()));
        return new Task(
                rows(List.of(task), visible(List.of(task))).get(0),
                task.content().details(),
                entries.stream()
                        .map(entry -> new TaskEntry(
                                entry.at(),
                                entry.by(),
                                name(names, entry.by()),
                                entry.kind(),
                                Optional.ofNullable(entry.from()),
                                Optional.ofNullable(entry.to())))
                        .toList());
    }

    /** Those of a ticket that whoever looks sees. A ticket without such does not ask the storage. */
    TicketTasks of(TicketData ticket) {
        if (ticket.tasks() == 0) {
            return TicketTasks.NONE;
        }
        List<TaskData> open = scope.stores().tasks().of(ticket.id()).stream()
                .filter(task -> task.isOpen() && staff.has(Permission.TASKS) && staff.sees(task))
                .sorted(Comparator.comparing(TaskData::sortAt))
                .toList();
        return new TicketTasks(ticket.tasks(), rows(open, Set.of(ticket.id())));
    }

    private Set<TicketId> visible(Collection<TaskData> tasks) {
        Set<TicketId> wanted = new HashSet<>();
        tasks.forEach(task -> Optional.ofNullable(task.ticket()).ifPresent(wanted::add));
        if (wanted.isEmpty()) {
            return Set.of();
        }
        TicketCriteria criteria = TicketCriteria.of(staff.visibility())
                .find(new TicketCriteria.Find.Among(wanted))
                .page(Optional.empty(), wanted.size());
        return scope.stores().tickets().list(criteria).stream()
                .map(listed -> listed.ticket().id())
                .collect(Collectors.toSet());
    }

    private List<TaskRow> rows(List<TaskData> tasks, Set<TicketId> visible) {
        Map<StaffId, StaffProfile> names = scope.profiles(tasks.stream()
                .flatMap(task -> Stream.of(task.assignee(), task.content().creator()))
                .collect(Collectors.toSet()));
        return tasks.stream()
                .map(task -> new TaskRow(
                        task.id(),
                        task.content().title(),
                        task.assignee(),
                        name(names, task.assignee()),
                        task.content().creator(),
                        name(names, task.content().creator()),
                        task.content().createdAt(),
                        Optional.ofNullable(task.due()),
                        task.isOpen() && !task.sortAt().isAfter(scope.now()),
                        Optional.ofNullable(task.doneAt()),
                        Optional.ofNullable(task.ticket()).filter(visible::contains)))
                .toList();
    }

    private static String name(Map<StaffId, StaffProfile> profiles, StaffId id) {
        return Optional.ofNullable(profiles.get(id)).map(StaffProfile::fullName).orElse(id.value());
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("no task is of that time");
        }
        return instant;
    }
}
