// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.News;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Stale;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketRef;

/** How a use case gets at a ticket: authorised, and refused if the page the actor saw is out of date. */
public final class Desk {
    private final Access access;

    public Desk(Access access) {
        this.access = access;
    }

    /**
     * For whatever an invitation to the ticket gives no right to (G10).
     *
     * @throws dev.troubletickets.failure.NotFound for a ticket that is not there, or not theirs
     * @throws dev.troubletickets.failure.NotPermitted for a technician who sees it by an invitation alone
     * @throws Stale if the actor acts from a page to which something they can see was added (G7)
     */
    public Case take(Scope scope, Viewer viewer, TicketRef ref) {
        return take(scope, viewer, ref, Reach.HANDLE);
    }

    /** The same for what an invitation may give a right to, if it goes so far. */
    public Case take(Scope scope, Viewer viewer, TicketRef ref, Reach needed) {
        TicketData ticket = access.ticket(scope, viewer, ref.id());
        if (viewer instanceof Viewer.Staff staff) {
            staff.require(ticket, needed);
        }
        if (ref instanceof SeenTicket seen
                && (!seen.id().equals(ticket.id()) || seen.mark() < News.mark(viewer, ticket))) {
            throw new Stale(ticket.id(), News.since(scope, viewer, seen, ticket));
        }
        return viewer instanceof Viewer.Staff staff ? Case.of(scope, ticket, staff.id()) : Case.of(scope, ticket);
    }
}
