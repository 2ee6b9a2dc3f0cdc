// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

/**
 * What came of splitting a ticket (A4).
 *
 * @param operation undo it by this (G2)
 * @param tickets the new tickets, in the order in which they were asked for; the technician may not see them all
 */
public record SplitReport(OperationId operation, List<TicketId> tickets) {
    public SplitReport {
        tickets = List.copyOf(tickets);
    }
}
