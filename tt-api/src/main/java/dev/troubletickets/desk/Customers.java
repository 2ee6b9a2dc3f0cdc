// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.ticket.TicketId;
import java.net.URI;

/** What technicians do about the customer of a ticket. */
public interface Customers {
    /**
     * The link by which the technician enters the control panel of the ticket's customer (E1). The host makes it at this moment; the library
     * keeps it nowhere. That the technician has asked for it is in the audit before the link is handed out. Needs {@link
     * dev.troubletickets.rights.Permission#SWITCH_TO_PANEL}, and a ticket that the technician handles.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission, and for a ticket without an account
     * @throws dev.troubletickets.failure.NotFound if the host makes no link
     */
    URI switchToPanel(TicketId ticket);
}
