// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.ScheduledAction.Kind;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import java.util.Set;

/** What counts as a change of a ticket for those who scheduled something unless it changes (G9). */
final class Changes {
    private Changes() {}

    /**
     * Drops what was to be done unless that happens, and tells so: an answer stays as one that is refused, for nothing that a technician
     * has written vanishes (G8); the rest goes. What is being done at this moment is left alone.
     */
    static List<ActionDropped> drop(Scope scope, TicketId ticket, List<TicketEvent> events) {
        Set<DroppedBy> by = among(events);
        return by.isEmpty()
                ? List.of()
                : scope.stores().schedule().of(ticket).stream()
                        .filter(each -> each.refused() == null
                                && by.contains(each.action().droppedBy()))
                        .filter(each -> events.stream().noneMatch(event -> isTaken(event, each.id())))
                        .filter(each -> goes(each.action().kind())
                                ? scope.stores().schedule().remove(each.id())
                                : scope.stores().schedule().refuse(each.id(), why(events)))
                        .map(dropped -> new ActionDropped(
                                dropped.id(),
                                dropped.action().kind(),
                                dropped.action().droppedBy()))
                        .toList();
    }

    /** What is dropped of that kind is kept no more. */
    static boolean goes(Kind kind) {
        return kind != Kind.ANSWER;
    }

    private static boolean isTaken(TicketEvent event, long action) {
        return event instanceof TicketEvent.ActionTaken taken && taken.action() == action;
    }

    private static String why(List<TicketEvent> events) {
        if (events.stream().anyMatch(TicketEvent.CustomerReplied.class::isInstance)) {
            return "the customer has written meanwhile";
        }
        return events.stream().anyMatch(Changes::isCustomers)
                ? "the customer has acted meanwhile"
                : "the ticket has changed meanwhile";
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
