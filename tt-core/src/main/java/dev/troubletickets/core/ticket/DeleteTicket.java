// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.TicketDeleted;
import dev.troubletickets.people.Actor;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.TicketData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Removes a ticket for good with all that was merged into it, and says so in the audit (A11). */
public final class DeleteTicket {
    private DeleteTicket() {}

    /** @throws dev.troubletickets.failure.NotPermitted without the permission */
    public static void byStaff(Scope scope, Viewer.Staff staff, Case ticket) {
        staff.require(Permission.DELETE);
        ticket.requireFree();
        delete(scope, staff.actor(), ticket.before());
    }

    public static void delete(Scope scope, Actor actor, TicketData ticket) {
        List<TicketData> all = new ArrayList<>(Family.of(scope, ticket).all());
        String merged = all.stream().skip(1).map(each -> each.id().toString()).collect(Collectors.joining(", "));
        // nothing goes before what was merged into it
        Collections.reverse(all);
        all.forEach(each -> delete(scope, each, actor));
        String with = merged.isEmpty() ? "" : ", and what was merged into it: " + merged;
        scope.audit(actor, "deleted ticket " + ticket.id() + with);
    }

    /** Whoever follows the feed hears of it (G4). */
    private static void delete(Scope scope, TicketData ticket, Actor actor) {
        scope.stores().tickets().delete(ticket.id());
        TicketIncidents.deleted(scope, ticket.id());
        HistoryLines last = new HistoryLines();
        last.add(new TicketDeleted(), false);
        last.write(scope, ticket.id(), ticket.version() + 1, actor);
    }
}
