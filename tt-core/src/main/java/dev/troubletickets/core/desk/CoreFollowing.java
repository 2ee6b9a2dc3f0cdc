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
import java.util.function.BiConsumer;

/** Favourites and watched tickets of one technician. */
final class CoreFollowing implements Watching {
    private final Desks desks;
    private final StaffId id;

    CoreFollowing(Desks desks, StaffId id) {
        this.desks = desks;
        this.id = id;
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
        write((scope, staff) -> FollowTicket.watch(scope, staff, take(scope, staff, ticket, technician), technician));
    }

    @Override
    public void remove(TicketRef ticket, StaffId technician) {
        write((scope, staff) -> FollowTicket.unwatch(scope, staff, take(scope, staff, ticket, technician), technician));
    }

    @Override
    public FollowedPage list(Optional<PageToken> from) {
        return list(Kind.WATCH, from);
    }

    Favourites favourites() {
        return new Favourites() {
            @Override
            public void add(TicketId ticket) {
                write((scope, staff) -> FollowTicket.favour(
                        scope, staff, desks.access.ticket(scope, staff, ticket).id()));
            }

            @Override
            public void remove(TicketId ticket) {
                write((scope, staff) -> {
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
        return desks.work.read(scope -> Following.list(scope, desks.access.staff(scope, id), kind, from));
    }

    private void write(BiConsumer<Scope, Viewer.Staff> useCase) {
        desks.work.write(scope -> {
            useCase.accept(scope, desks.access.staff(scope, id));
            return true;
        });
    }
}
