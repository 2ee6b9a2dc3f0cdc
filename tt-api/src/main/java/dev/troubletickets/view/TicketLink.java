// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.TicketId;
import java.util.Optional;

/**
 * Another ticket that a ticket has to do with.
 *
 * @param subject empty where the technician does not see that ticket
 */
public record TicketLink(Kind kind, TicketId ticket, Optional<String> subject) {
    /** What the other ticket is to this one. */
    public enum Kind {
        /** This one was opened by a follow-up to the other, which could no longer be reopened (G14). */
        CONTINUES,
        /** A follow-up to this one has opened the other (G14). */
        CONTINUED_IN,
        /** The abuse case that was made from this one (A18). */
        ABUSE_CASE,
        /** The ticket that this abuse case was made from (A18). */
        ABUSE_CASE_OF,
        /** The other was merged into this one (A12). */
        MERGED,
        /** The same, and the other is of another customer, who still sees it as a ticket of its own. */
        KEPT_APART,
        /** Messages of this one were split off into the other (A4). */
        SPLIT_INTO,
        /** This one is made of messages of the other (A4). */
        SPLIT_FROM,
        /** A mail that opened this one named the other without proof (D3). */
        CLAIMS
    }
}
