// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.TicketId;
import java.time.Instant;

/** That one ticket led to another. */
public record LinkData(TicketId from, TicketId to, Kind kind, Instant at) {
    public enum Kind {
        /** A follow-up to the first opened the second (G14). */
        CONTINUED,
        /** The same, but of somebody who takes no part in what continues the first: a ticket of their own (G14). */
        CONTINUED_APART,
        /** The second is an abuse case made from the first (A18). */
        ABUSE,
        /** Messages of the first were split off into the second (A4). */
        SPLIT
    }
}
