// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.ticket.TicketId;

/** Removes a ticket for good, and says so in the audit (A11). */
public final class DeleteTicket {
    private DeleteTicket() {}

    /** @throws dev.troubletickets.failure.NotPermitted without the permission */
    public static void byStaff(Scope scope, Viewer.Staff staff, Case ticket) {
        staff.require(Permission.DELETE);
        ticket.requireFree();
        delete(scope, staff.actor(), ticket.id());
    }

    public static void delete(Scope scope, Actor actor, TicketId ticket) {
        if (scope.stores().tickets().delete(ticket)) {
            scope.stores().audit().add(new Line(scope.now(), actor, "deleted ticket " + ticket));
        }
    }
}
