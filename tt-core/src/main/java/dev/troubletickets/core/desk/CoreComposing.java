// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.page.Onlookers;
import dev.troubletickets.core.ticket.Compose;
import dev.troubletickets.desk.Composing;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PresenceStore.Presence;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.Onlooker;
import java.util.List;

final class CoreComposing extends StaffCalls implements Composing {
    CoreComposing(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public Lock lock(TicketRef ticket) {
        return write((scope, staff) -> Compose.lock(scope, staff, desks.desk.take(scope, staff, ticket, Reach.ANSWER)));
    }

    @Override
    public void unblock(TicketRef ticket) {
        write((scope, staff) -> {
            Compose.unblock(scope, staff, desks.desk.take(scope, staff, ticket, Reach.ANSWER));
            return true;
        });
    }

    @Override
    public List<Onlooker> look(TicketId ticket, boolean typing) {
        return write((scope, staff) -> {
            TicketId found = desks.access.ticket(scope, staff, ticket).id();
            scope.stores().presence().seen(new Presence(found, id, scope.now(), typing));
            return Onlookers.besides(scope, id, found);
        });
    }

    @Override
    public void saveDraft(TicketId ticket, String text) {
        write((scope, staff) -> {
            TicketId found = desks.desk.take(scope, staff, ticket, Reach.ANSWER).id();
            Compose.saveDraft(scope, staff, found, text);
            return true;
        });
    }
}
