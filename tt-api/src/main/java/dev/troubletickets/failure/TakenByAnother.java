// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;

/** Another technician was first (B3). */
public final class TakenByAnother extends SupportException {
    private static final long serialVersionUID = 1L;

    private final TicketId ticket;
    private final transient StaffId holder;

    public TakenByAnother(TicketId ticket, StaffId holder) {
        super("ticket " + ticket + " is assigned to " + holder);
        this.ticket = ticket;
        this.holder = holder;
    }

    public TicketId ticket() {
        return ticket;
    }

    public StaffId holder() {
        return holder;
    }
}
