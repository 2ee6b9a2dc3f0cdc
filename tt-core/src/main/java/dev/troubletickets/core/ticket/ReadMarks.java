// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.spi.storage.Visibility;
import java.util.Optional;

/** What a technician has read: their own words are, what they have not seen before them stays unread (A17). */
final class ReadMarks {
    private ReadMarks() {}

    static boolean hasReadAll(Scope scope, StaffId staff, TicketData ticket) {
        TicketCriteria one = TicketCriteria.of(new Visibility.Everything())
                .find(new Find.ById(ticket.id()))
                .page(Optional.empty(), 1)
                .readBy(staff);
        return scope.stores().tickets().list(one).stream().noneMatch(ListedTicket::unread);
    }

    static void readAll(Scope scope, StaffId staff, TicketData ticket) {
        int messages = ticket.state().publicMessages() + ticket.state().notes();
        scope.stores().conversations().markRead(ticket.id(), staff, messages);
    }
}
