// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import java.util.Optional;

/**
 * A recorded operation (G2), named through its ticket.
 *
 * @param version the ticket's version that the operation made
 */
public record OperationId(TicketId ticket, long version) {
    /** @throws IllegalArgumentException if the version is below 1 */
    public OperationId {
        if (version < 1) {
            throw new IllegalArgumentException("a ticket's version starts at 1");
        }
    }

    /** Reads the form that {@link #toString} writes, such as {@code 7-3}; empty for anything else. */
    public static Optional<OperationId> parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? Optional.empty()
                : TicketId.parse(text.substring(0, dash))
                        .flatMap(ticket -> TicketId.parse(text.substring(dash + 1))
                                .map(version -> new OperationId(ticket, version.value())));
    }

    @Override
    public String toString() {
        return ticket.value() + "-" + version;
    }
}
