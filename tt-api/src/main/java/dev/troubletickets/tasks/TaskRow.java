// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.tasks;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A task in a list.
 *
 * @param assigneeName the full name; the id without a profile
 * @param creatorName likewise
 * @param due by when it is to be done; empty for whenever
 * @param overdue it is open, and due
 * @param doneAt empty while it is open
 * @param ticket the one it belongs to; empty also where whoever looks does not see that ticket
 */
public record TaskRow(
        TaskId id,
        String title,
        StaffId assignee,
        String assigneeName,
        StaffId creator,
        String creatorName,
        Instant createdAt,
        Optional<Instant> due,
        boolean overdue,
        Optional<Instant> doneAt,
        Optional<TicketId> ticket) {
    public boolean isDone() {
        return doneAt.isPresent();
    }
}
