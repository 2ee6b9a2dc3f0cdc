// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A task to create (E7).
 *
 * @param title one line of at most 200 characters
 * @param details may be empty
 * @param due by when it is to be done; empty for whenever
 * @param ticket the one it belongs to; empty for none
 */
public record NewTask(
        String title, String details, StaffId assignee, Optional<Instant> due, Optional<TicketId> ticket) {
    private static final int LONGEST_TITLE = 200;

    /** @throws dev.troubletickets.failure.Invalid {@code title} or {@code details}, if they cannot be taken */
    public NewTask {
        title = Line.require("title", title, LONGEST_TITLE);
        if (!details.isBlank()) {
            MessageText.require("details", details);
        }
    }

    public static NewTask of(String title, StaffId assignee) {
        return new NewTask(title, "", assignee, Optional.empty(), Optional.empty());
    }

    public NewTask details(String text) {
        return new NewTask(title, text, assignee, due, ticket);
    }

    public NewTask due(Instant value) {
        return new NewTask(title, details, assignee, Optional.of(value), ticket);
    }

    /** While it is open, that ticket does not close by itself (G5). */
    public NewTask ticket(TicketId value) {
        return new NewTask(title, details, assignee, due, Optional.of(value));
    }
}
