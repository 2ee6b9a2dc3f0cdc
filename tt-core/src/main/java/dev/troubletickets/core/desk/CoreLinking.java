// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Split;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.MergeTickets;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.desk.Linking;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.UndoReport;

final class CoreLinking extends StaffCalls implements Linking {
    CoreLinking(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public OperationId merge(TicketRef source, TicketRef into) {
        return merge(source, into, false);
    }

    @Override
    public OperationId mergeAcrossCustomers(TicketRef source, TicketRef into) {
        return merge(source, into, true);
    }

    private OperationId merge(TicketRef source, TicketRef into, boolean acrossCustomers) {
        return write((scope, staff) -> {
            Case from = desks.desk.take(scope, staff, source);
            Case to = desks.desk.take(scope, staff, into);
            return MergeTickets.merge(scope, staff, from, to, acrossCustomers);
        });
    }

    @Override
    public SplitReport split(TicketRef ticket, Split split) {
        return write((scope, staff) -> {
            Case source = desks.desk.take(scope, staff, ticket);
            return desks.splitTicket.split(scope, staff, source, split);
        });
    }

    @Override
    public UndoReport undo(OperationId operation) {
        return write((scope, staff) -> desks.undo.undo(scope, staff, operation));
    }

    @Override
    public TicketId registerAbuse(TicketRef ticket, AbuseCase abuse) {
        return write((scope, staff) -> {
            Case from = desks.desk.take(scope, staff, ticket);
            return desks.openTicket.abuseCase(scope, Requester.of(staff), from, abuse, staff.actor());
        });
    }
}
