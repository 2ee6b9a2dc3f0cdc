// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;

/** What a {@link Visibility} means for one ticket. */
final class Sight {
    private Sight() {}

    /** A part of the technician's, or of a queue of theirs (B5). */
    static boolean isTheirs(Holder part, Visibility.OfStaff staff) {
        return part instanceof Holder.Technician technician
                ? technician.staff().equals(staff.staff())
                : part instanceof Holder.Department department && staff.queues().contains(department.queue());
    }

    /** By queue, assignment or part, and not by an invitation alone. */
    static boolean isTheirs(TicketData ticket, Visibility.OfStaff staff) {
        return staff.queues().contains(ticket.state().queue())
                || ticket.state().isAssignedTo(staff.staff())
                || ticket.state().parts().stream().anyMatch(part -> isTheirs(part, staff));
    }

    static boolean covers(Visibility visibility, TicketData ticket) {
        ResellerId reseller = ticket.header().reseller();
        if (visibility instanceof Visibility.OfStaff staff) {
            return staff.side().holds(reseller)
                    && (isTheirs(ticket, staff) || staff.invited().contains(ticket.id()));
        }
        if (visibility instanceof Visibility.OfAccount customer) {
            return customer.account().equals(ticket.header().account());
        }
        if (visibility instanceof Visibility.OfResellers theirs) {
            return reseller != null && theirs.resellers().contains(reseller);
        }
        return visibility instanceof Visibility.Everything all && all.side().holds(reseller);
    }
}
