// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Which tickets fit the criteria, page and order apart. */
final class TicketFilter {
    private TicketFilter() {}

    static Predicate<TicketData> of(TicketCriteria criteria, Tables tables) {
        Predicate<TicketData> filter = visible(criteria.visibility())
                .and(ticket -> criteria.statuses().contains(ticket.state().status()))
                .and(ticket -> isAssigned(ticket, criteria.assignment()))
                .and(new SearchFilter(criteria.search(), tables))
                .and(ticket -> !criteria.unreadByCustomer() || ticket.state().isUnreadByCustomer());
        if (criteria.archived().isPresent()) {
            boolean archived = criteria.archived().get();
            filter = filter.and(ticket -> ticket.state().archived() == archived);
        }
        if (criteria.snoozed().isPresent()) {
            boolean snoozed = criteria.snoozed().get();
            filter = filter.and(ticket -> ticket.state().isSnoozed() == snoozed);
        }
        return criteria.find().isPresent() ? filter.and(found(criteria.find().get())) : filter;
    }

    static Predicate<TicketData> visible(Visibility visibility) {
        if (visibility instanceof Visibility.OfStaff of) {
            return ticket -> ticket.merged() == null
                    && of.side().holds(ticket.header().reseller())
                    && (of.queues().contains(ticket.state().queue())
                            || ticket.state().isAssignedTo(of.staff())
                            || hasPart(ticket, of.staff(), of.queues())
                            || of.invited().contains(ticket.id()));
        }
        if (visibility instanceof Visibility.OfAccount of) {
            return ticket -> ticket.standsByItself()
                    && of.account().equals(ticket.header().account());
        }
        if (visibility instanceof Visibility.OfResellers of) {
            return ticket -> ticket.standsByItself()
                    && ticket.header().reseller() != null
                    && of.resellers().contains(ticket.header().reseller());
        }
        Side side = ((Visibility.Everything) visibility).side();
        return ticket -> ticket.merged() == null && side.holds(ticket.header().reseller());
    }

    private static boolean isAssigned(TicketData ticket, Assignment assignment) {
        if (assignment instanceof Assignment.To to) {
            return ticket.state().isAssignedTo(to.staff());
        }
        if (assignment instanceof Assignment.PartOf part) {
            return hasPart(ticket, part.staff(), part.queues());
        }
        return assignment instanceof Assignment.Anyone
                || ticket.state().assigned().isEmpty();
    }

    private static boolean hasPart(TicketData ticket, StaffId staff, Set<QueueId> queues) {
        return ticket.state().parts().stream()
                .anyMatch(part -> part instanceof Holder.Technician technician
                        ? technician.staff().equals(staff)
                        : part instanceof Holder.Department department && queues.contains(department.queue()));
    }

    private static Predicate<TicketData> found(Find find) {
        if (find instanceof Find.ById by) {
            return ticket -> ticket.id().equals(by.id());
        }
        if (find instanceof Find.ByAccount by) {
            return ticket -> by.account().equals(ticket.header().account());
        }
        if (find instanceof Find.Among among) {
            return ticket -> among.ids().contains(ticket.id());
        }
        if (find instanceof Find.ByRequester by) {
            return ticket -> ticket.header().requester().equals(by.address());
        }
        String words = ((Find.BySubject) find).words().toLowerCase(Locale.ROOT);
        return ticket ->
                ticket.header().subject().value().toLowerCase(Locale.ROOT).contains(words);
    }
}
