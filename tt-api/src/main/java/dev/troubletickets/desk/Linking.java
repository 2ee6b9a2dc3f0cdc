// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.UndoReport;

/** How tickets hang together, for a technician; under the laws of {@link StaffDesk}. */
public interface Linking {
    /**
     * Makes one ticket part of another of the same customer (A12): the same account, or without accounts the same requester. The source
     * leaves all lists, and its number and mails lead to the other one for ever. That one keeps its own header and state, except that it
     * is unanswered if either was, and answers whoever was answered before. Nothing is copied, so that {@link #undo} can take it back.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission, for tickets of different customers, for two that are one
     *     already, and while actions are scheduled for the source (G9)
     * @throws dev.troubletickets.failure.LockedByAnother while a colleague is at work on the source (B6)
     * @throws dev.troubletickets.failure.OverLimit for more than a hundred merged tickets ({@code mergedTickets}), or too many watchers or addresses in CC
     */
    OperationId merge(TicketRef source, TicketRef into);

    /**
     * The same for tickets of customers who may be different. Each customer goes on seeing their own ticket under its own number and
     * nothing of the other; staff see both as one. Answers go to the requester of the ticket that was merged into.
     */
    OperationId mergeAcrossCustomers(TicketRef source, TicketRef into);

    /**
     * Undoes a merge or a move to another queue (G2): puts back what is still there, and says what it left and why.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission {@code MERGE} for a merge, and if it was undone before
     * @throws dev.troubletickets.failure.NotFound for an operation that never was, or whose ticket the technician does not see
     */
    UndoReport undo(OperationId operation);

    /**
     * Opens an abuse case from a ticket (A18): a ticket of the technician's own, which the customer never sees, linked with the one it came
     * from. Who sees the case's queue sees the case.
     *
     * @return the case
     * @throws dev.troubletickets.failure.NotPermitted without a staff profile, which holds the requester's address
     * @throws dev.troubletickets.failure.Invalid for a queue that does not exist
     */
    TicketId registerAbuse(TicketRef ticket, AbuseCase abuse);
}
