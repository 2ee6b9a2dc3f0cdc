// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;

/** What a {@link Visibility} means for one ticket. */
final class Sight {
    private Sight() {}

    static boolean covers(Visibility visibility, TicketData ticket) {
        if (visibility instanceof Visibility.OfStaff staff) {
            return staff.queues().contains(ticket.state().queue())
                    || ticket.state().isAssignedTo(staff.staff());
        }
        if (visibility instanceof Visibility.OfAccount customer) {
            return customer.account().equals(ticket.header().account());
        }
        if (visibility instanceof Visibility.OfReseller reseller) {
            return reseller.reseller().equals(ticket.header().reseller());
        }
        return visibility instanceof Visibility.Everything;
    }
}
