// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Following;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.FollowTicket;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.Favourites;
import dev.troubletickets.desk.Watching;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/** Favourites and watched tickets of one technician. */
final class CoreFollowing extends StaffCalls implements Watching {
    CoreFollowing(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public void watch(TicketRef ticket) {
        add(ticket, id);
    }

    @Override
    public void unwatch(TicketRef ticket) {
        remove(ticket, id);
    }

    @Override
    public void add(TicketRef ticket, StaffId technician) {
        run((scope, staff) -> FollowTicket.watch(scope, staff, take(scope, staff, ticket, technician), technician));
    }

    @Override
    public void remove(TicketRef ticket, StaffId technician) {
        run((scope, staff) -> FollowTicket.unwatch(scope, staff, take(scope, staff, ticket, technician), technician));
    }

    @Override
    public FollowedPage list(Optional<PageToken> from) {
        return list(Kind.WATCH, from);
    }

    Favourites favourites() {
        return new Favourites() {
            @Override
            public void add(TicketId ticket) {
                run((scope, staff) -> FollowTicket.favour(
                        scope, staff, desks.access.ticket(scope, staff, ticket).id()));
            }

            @Override
            public void remove(TicketId ticket) {
                run((scope, staff) -> {
                    TicketId found = desks.access
                            .find(scope, staff, ticket)
                            .map(TicketData::id)
                            .orElse(ticket);
                    scope.stores().follows().remove(Kind.FAVOURITE, staff.id(), found);
                });
            }

            @Override
            public FollowedPage list(Optional<PageToken> from) {
                return CoreFollowing.this.list(Kind.FAVOURITE, from);
            }
        };
    }

    /** Who sees a ticket may watch it; whoever handles it may have others do so. */
    private Case take(Scope scope, Viewer.Staff staff, TicketRef ticket, StaffId technician) {
        return desks.desk.take(scope, staff, ticket, technician.equals(id) ? Reach.READ : Reach.HANDLE);
    }

    private FollowedPage list(Kind kind, Optional<PageToken> from) {
        return read((scope, staff) -> Following.list(scope, staff, kind, from));
    }
}
