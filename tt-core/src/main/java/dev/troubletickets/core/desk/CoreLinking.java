// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.desk.Linking;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;

final class CoreLinking extends StaffCalls implements Linking {
    CoreLinking(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public TicketId registerAbuse(TicketRef ticket, AbuseCase abuse) {
        return write((scope, staff) -> {
            Case from = desks.desk.take(scope, staff, ticket);
            return desks.openTicket.abuseCase(scope, Requester.of(staff), from, abuse, staff.actor());
        });
    }
}
