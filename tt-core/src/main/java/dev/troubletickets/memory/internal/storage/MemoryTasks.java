// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList.Which;
import dev.troubletickets.ticket.TicketId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tasks. For use inside a unit of work alone. */
final class MemoryTasks implements TaskStore {
    private static final Comparator<TaskData> ORDER = Comparator.comparing(TaskData::sortAt)
            .thenComparingLong(task -> task.id().value());

    private final Tables tables;

    MemoryTasks(Tables tables) {
        this.tables = tables;
    }

    /** Which entry of which task. */
    record Key(long task, long entry) {
        static final Comparator<Key> ORDER = Comparator.comparingLong(Key::task).thenComparingLong(Key::entry);
    }

    @Override
    public TaskId create(TaskData task) {
        requireTicket(task.ticket());
        TaskId id = TaskId.of(tables.nextId());
        tables.tasks.put(id.value(), task.as(id));
        return id;
    }

    @Override
    public Optional<TaskData> find(TaskId id) {
        return tables.tasks.find(id.value());
    }

    @Override
    public boolean update(TaskData task) {
        boolean there = find(task.id())
                .filter(kept -> kept.version() == task.version() - 1)
                .isPresent();
        if (there) {
            requireTicket(task.ticket());
            tables.tasks.put(task.id().value(), task);
        }
        return there;
    }

    @Override
    public List<TaskData> list(Query query) {
        boolean done = query.list().which() == Which.DONE;
        Comparator<TaskData> order = done ? ORDER.reversed() : ORDER;
        return tables.tasks.rows().stream()
                .filter(task -> task.isOpen() != done && isTheirs(task, query) && isIn(task, query))
                .filter(isAfter(query, done))
                .sorted(order)
                .limit(query.limit())
                .toList();
    }

    private static boolean isTheirs(TaskData task, Query query) {
        return switch (query.list().whose()) {
            case MINE -> task.assignee().equals(query.me());
            case CREATED_BY_ME -> task.content().creator().equals(query.me());
            case EVERYBODYS -> true;
        };
    }

    private static boolean isIn(TaskData task, Query query) {
        return query.list().which() != Which.OVERDUE || !task.sortAt().isAfter(query.now());
    }

    private static Predicate<TaskData> isAfter(Query query, boolean done) {
        return task -> query.after()
                .map(after -> {
                    int at = task.sortAt().compareTo(after.sortAt());
                    int place = at == 0 ? Long.compare(task.id().value(), after.id()) : at;
                    return done ? place < 0 : place > 0;
                })
                .orElse(true);
    }

    @Override
    public long countOpenOf(StaffId creator) {
        return tables.tasks.rows().stream()
                .filter(task -> task.isOpen() && task.content().creator().equals(creator))
                .count();
    }

    @Override
    public List<TaskData> of(TicketId ticket) {
        return tables.tasks.rows().stream()
                .filter(task -> ticket.equals(task.ticket()))
                .toList();
    }

    @Override
    public void add(TaskId task, Entry entry) {
        if (!tables.tasks.has(task.value())) {
            throw new WriteConflict("task " + task + " is gone");
        }
        tables.taskEntries.put(new Key(task.value(), tables.nextId()), entry);
    }

    @Override
    public List<Entry> entries(TaskId task) {
        return List.copyOf(tables.taskEntries.between(new Key(task.value(), 0), new Key(task.value(), Long.MAX_VALUE)));
    }

    @Override
    public long countEntries(TaskId task) {
        return entries(task).size();
    }

    private void requireTicket(@Nullable TicketId ticket) {
        if (ticket != null && !tables.tickets.has(ticket)) {
            throw new WriteConflict("ticket " + ticket + " is gone");
        }
    }
}
