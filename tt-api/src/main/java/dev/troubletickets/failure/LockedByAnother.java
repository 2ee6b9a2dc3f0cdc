// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;

/** A colleague is at work on the ticket (B6): wait until their lock is over, or unblock the ticket with the permission to. */
public final class LockedByAnother extends SupportException {
    private static final long serialVersionUID = 1L;

    private final TicketId ticket;
    private final transient Lock lock;

    public LockedByAnother(TicketId ticket, Lock lock) {
        super("ticket " + ticket + " is locked by " + lock.holder() + " until " + lock.until());
        this.ticket = ticket;
        this.lock = lock;
    }

    public TicketId ticket() {
        return ticket;
    }

    public Lock lock() {
        return lock;
    }
}
