// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as it is kept (E7).
 *
 * @param id given by the storage; of the number 0 before
 * @param version rises by one with every write
 * @param doneAt absent while it is open
 */
public record TaskData(
        TaskId id,
        long version,
        Content content,
        StaffId assignee,
        @Nullable Instant due,
        @Nullable Instant doneAt,
        @Nullable TicketId ticket) {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /** What never changes. */
    public record Content(String title, String details, StaffId creator, Instant createdAt) {}

    public boolean isOpen() {
        return doneAt == null;
    }

    /** What lists sort by: when it was done; while it is open, when it is due, or the end of 9999. */
    public Instant sortAt() {
        if (doneAt != null) {
            return doneAt;
        }
        return due == null ? NEVER : due;
    }

    public TaskData as(TaskId number) {
        return new TaskData(number, version, content, assignee, due, doneAt, ticket);
    }

    public TaskData assignedTo(StaffId technician) {
        return new TaskData(id, version + 1, content, technician, due, doneAt, ticket);
    }

    public TaskData dueAt(@Nullable Instant value) {
        return new TaskData(id, version + 1, content, assignee, value, doneAt, ticket);
    }

    public TaskData doneAt(@Nullable Instant value) {
        return new TaskData(id, version + 1, content, assignee, due, value, ticket);
    }

    public TaskData in(TicketId other) {
        return new TaskData(id, version + 1, content, assignee, due, doneAt, other);
    }
}
