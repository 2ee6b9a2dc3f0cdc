// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tasks (E7). Those of a ticket go with it. */
public interface TaskStore {
    /**
     * Keeps a new task of version 1.
     *
     * @throws WriteConflict at the latest on commit, if its ticket is gone
     */
    TaskId create(TaskData task);

    Optional<TaskData> find(TaskId id);

    /**
     * Replaces the task if its version is still {@code task.version() - 1}.
     *
     * @return false, having written nothing, if the version has moved or the task is gone
     * @throws WriteConflict at the latest on commit, if its ticket is gone
     */
    boolean update(TaskData task);

    /** Open ones by {@link TaskData#sortAt}, then by id; done ones the other way round. */
    List<TaskData> list(Query query);

    /** How many open tasks that technician has created. */
    long countOpenOf(StaffId creator);

    /** All of the ticket, by id. */
    List<TaskData> of(TicketId ticket);

    /** @throws WriteConflict at the latest on commit, if the task is gone */
    void add(TaskId task, Entry entry);

    /** In the order in which they were added. */
    List<Entry> entries(TaskId task);

    long countEntries(TaskId task);

    /** Like a {@link TaskEntry}, without the name. */
    record Entry(
            Instant at,
            StaffId by,
            TaskEntry.Kind kind,
            @Nullable String from,
            @Nullable String to) {}

    /**
     * @param me whose tasks {@code list} means
     * @param now what is due by then is overdue
     * @param after begin behind this one
     */
    record Query(TaskList list, StaffId me, Instant now, Optional<After> after, int limit) {}

    /** The last row of a page. */
    record After(Instant sortAt, long id) {}
}
