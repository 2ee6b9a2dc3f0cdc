// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Set;

/** What counts as a change of a ticket for those who scheduled something unless it changes (G9). */
final class Changes {
    private Changes() {}

    /** Takes away what was to be done unless that happens, and tells so. */
    static List<TicketEvent> drop(Scope scope, TicketId ticket, List<TicketEvent> events) {
        Set<DroppedBy> by = among(events);
        return by.isEmpty()
                ? List.of()
                : scope.stores().schedule().removeDropped(ticket, by).stream()
                        .<TicketEvent>map(dropped -> new ActionDropped(
                                dropped.id(),
                                dropped.action().kind(),
                                dropped.action().droppedBy()))
                        .toList();
    }

    private static Set<DroppedBy> among(List<TicketEvent> events) {
        if (events.stream().anyMatch(Changes::joins)) {
            return Set.of();
        }
        if (events.stream().anyMatch(Changes::isCustomers)) {
            return Set.of(DroppedBy.CUSTOMER, DroppedBy.CHANGE);
        }
        return events.stream().anyMatch(Changes::isOfStaff) ? Set.of(DroppedBy.CHANGE) : Set.of();
    }

    /** Whatever merging does to a ticket, or undoing it, nobody has done to it: it is to be as before once that is undone. */
    private static boolean joins(TicketEvent event) {
        return event instanceof TicketEvent.TicketMerged
                || event instanceof TicketEvent.OtherTicketMerged
                || (event instanceof TicketEvent.OperationUndone undone
                        && !undone.others().isEmpty());
    }

    private static boolean isCustomers(TicketEvent event) {
        return event instanceof TicketEvent.CustomerReplied
                || event instanceof TicketEvent.TicketArchived
                || (event instanceof TicketEvent.StatusChanged changed && changed.cause() == Cause.CUSTOMER);
    }

    /** An answer, another status, other hands, another queue. */
    private static boolean isOfStaff(TicketEvent event) {
        return event instanceof TicketEvent.TicketAnswered
                || event instanceof TicketEvent.StatusChanged
                || event instanceof TicketEvent.TicketPickedUp
                || event instanceof TicketEvent.TicketAssigned
                || event instanceof TicketEvent.TicketReleased
                || event instanceof TicketEvent.TicketRedirected
                || event instanceof TicketEvent.PartClosed
                || (event instanceof TicketEvent.FieldChanged changed && changed.field() == Field.QUEUE);
    }
}
