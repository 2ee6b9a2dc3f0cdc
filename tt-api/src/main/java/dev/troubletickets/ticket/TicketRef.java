// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import java.util.OptionalLong;

/**
 * A ticket to act on: by its number alone, or as someone saw it on a page. A write through a {@link SeenTicket} is refused with what
 * is new if anything the actor can see has been added since (G7); a write through a {@link TicketId} takes the ticket as it is.
 */
public sealed interface TicketRef permits TicketId, SeenTicket {
    TicketId id();

    /** The state of the page the actor saw, if they acted from one. */
    OptionalLong seen();
}
