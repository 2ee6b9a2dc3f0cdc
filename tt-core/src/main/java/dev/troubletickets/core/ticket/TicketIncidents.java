// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.incidents.Incidents;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.IncidentsChanged;
import dev.troubletickets.event.TicketEvent.IncidentsUsed;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;

/**
 * Which support incidents a ticket uses in the course of its life (E6): one from its opening on, wherever it goes then; what is merged into
 * another of its customer, or deleted, none.
 */
public final class TicketIncidents {
    private TicketIncidents() {}

    /**
     * Uses one, where the queue's tickets do. Words that have come already are never lost for want of one: the ticket is opened, uncovered.
     *
     * @throws NotPermitted if none is left, and the customer stands before the panel
     */
    static void open(Scope scope, Case ticket) {
        AccountId account = ticket.header().account();
        QueueId queue = ticket.state().queue();
        if (account == null || !Incidents.areUsed(scope, queue)) {
            return;
        }
        IncidentUse use = Incidents.use(scope, IncidentUse.none(ticket.id(), account, queue), 1);
        if (use.uncovered() > 0 && ticket.header().channel() == Channel.PANEL) {
            throw new NotPermitted(Refusal.NO_INCIDENTS_LEFT);
        }
        ticket.happenedByItself(new IncidentsUsed(1, use.uncovered()));
    }

    /** With an answer that says how many; the same number once more covers what was uncovered, if it can be now. */
    static void change(Scope scope, Case ticket, int number) {
        IncidentUse before =
                Incidents.of(scope, ticket.before()).orElseThrow(() -> new NotPermitted(Refusal.NO_INCIDENTS));
        IncidentUse after = Incidents.use(scope, before, number);
        if (!after.equals(before)) {
            ticket.happened(new IncidentsChanged(before.incidents(), number, after.uncovered(), Optional.empty()));
        }
    }

    /** Staff give all of them back. */
    public static void giveBack(Scope scope, Viewer.Staff staff, Case ticket, String reason) {
        staff.require(Permission.CHARGE);
        IncidentUse before = scope.stores()
                .incidents()
                .of(ticket.id())
                .filter(use -> use.incidents() > 0)
                .orElseThrow(() -> new NotPermitted(Refusal.NO_INCIDENTS));
        Incidents.use(scope, before, 0);
        ticket.happened(new IncidentsChanged(before.incidents(), 0, 0, Optional.of(reason)))
                .save(staff.actor());
    }

    /** It is part of another ticket of the same customer, which uses its own. */
    static void merged(Scope scope, Case ticket) {
        scope.stores()
                .incidents()
                .of(ticket.id())
                .filter(use -> use.incidents() > 0)
                .ifPresent(before -> {
                    scope.stores()
                            .incidents()
                            .save(Incidents.use(scope, before, 0).aside(before.incidents()));
                    ticket.happenedByItself(new IncidentsChanged(before.incidents(), 0, 0, Optional.of("merged")));
                });
    }

    /** It stands by itself again, and uses what it did; where too few are left, uncovered. */
    static void unmerged(Scope scope, Case ticket) {
        scope.stores()
                .incidents()
                .of(ticket.id())
                .filter(use -> use.aside() > 0)
                .ifPresent(before -> {
                    IncidentUse after = Incidents.use(scope, before.aside(0), before.aside());
                    ticket.happenedByItself(new IncidentsChanged(
                            before.incidents(), after.incidents(), after.uncovered(), Optional.of("no longer merged")));
                });
    }

    /** After the ticket itself, for which whoever changes them has to wait. */
    static void deleted(Scope scope, TicketId ticket) {
        scope.stores().incidents().of(ticket).ifPresent(use -> {
            Incidents.use(scope, use, 0);
            scope.stores().incidents().remove(ticket);
        });
    }
}
