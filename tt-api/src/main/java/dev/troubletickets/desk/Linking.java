// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;

/** How tickets hang together, for a technician; under the laws of {@link StaffDesk}. */
public interface Linking {
    /**
     * Opens an abuse case from a ticket (A18): a ticket of the technician's own, which the customer never sees, linked with the one it came
     * from. Who sees the case's queue sees the case.
     *
     * @return the case
     * @throws dev.troubletickets.failure.NotPermitted without a staff profile, which holds the requester's address
     * @throws dev.troubletickets.failure.Invalid for a queue that does not exist
     */
    TicketId registerAbuse(TicketRef ticket, AbuseCase abuse);
}
