// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.ticket.QueueId;

/** What becomes of the tickets of a queue that is deleted (B1). */
public sealed interface QueueDeletion {
    record MoveTickets(QueueId to) implements QueueDeletion {}

    record DeleteTickets() implements QueueDeletion {}

    static QueueDeletion moveTicketsTo(QueueId to) {
        return new MoveTickets(to);
    }

    /** The tickets are removed for good, each with an audit line (A11). */
    static QueueDeletion deleteTickets() {
        return new DeleteTickets();
    }
}
