// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** An action to be taken on a ticket at a time (G9), named through its ticket. */
public record ScheduledId(TicketId ticket, long number) {
    /** @throws IllegalArgumentException if the number is below 1 */
    public ScheduledId {
        if (number < 1) {
            throw new IllegalArgumentException("a scheduled action's number starts at 1");
        }
    }
}
