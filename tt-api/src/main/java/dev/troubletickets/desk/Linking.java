// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.AbuseCase;
import dev.troubletickets.command.Split;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.SplitReport;
import dev.troubletickets.view.UndoReport;

/** How tickets hang together, for a technician; under the laws of {@link StaffDesk}. */
public interface Linking {
    /**
     * Makes one ticket part of another of the same customer (A12): the same account, or without accounts the same requester. The source
     * leaves all lists, and its number and mails lead to the other one for ever. That one keeps its own header and state, except that it
     * is unanswered if either was, and answers whoever was answered before. Nothing is copied, so that {@link #undo} can take it back.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission, for tickets of different customers, and for two that are one
     *     already
     * @throws dev.troubletickets.failure.LockedByAnother while a colleague is at work on the source (B6)
     * @throws dev.troubletickets.failure.OverLimit for more than a hundred merged tickets ({@code mergedTickets}), or more watchers, scheduled
     *     actions or addresses in CC than a ticket can have
     */
    OperationId merge(TicketRef source, TicketRef into);

    /**
     * The same for tickets of customers who may be different. Each customer goes on seeing their own ticket under its own number and
     * nothing of the other; staff see both as one. Answers go to the requester of the ticket that was merged into.
     */
    OperationId mergeAcrossCustomers(TicketRef source, TicketRef into);

    /**
     * Makes messages of a ticket tickets of their own (A4), of the same customer and with the same header, priority and fields, watched by
     * whoever watches the ticket and may see the new one. Who waits, and for what, follows from the words on each side; what is answered on
     * its side stands as answered. The messages keep their numbers and files, and are read in the new ticket alone; a mail that answers one
     * of them goes there. No mail is sent. A ticket of any status can be split.
     *
     * @throws dev.troubletickets.failure.Invalid if a message is to go to two tickets, for the ticket's first message, which stays, for a
     *     part of notes alone, for a queue or a technician that does not exist
     * @throws dev.troubletickets.failure.NotFound for a message that is not shown in the ticket
     * @throws dev.troubletickets.failure.NotPermitted without the permission {@code SPLIT}, or {@code ASSIGN_TO_OTHERS} where a part is given
     *     to another, for a technician without a profile, for messages of merged tickets, and for a ticket of one message
     * @throws dev.troubletickets.failure.LockedByAnother while a colleague is at work on the ticket (B6)
     * @throws dev.troubletickets.failure.OverLimit for more than 500 messages at once ({@code messages})
     */
    SplitReport split(TicketRef ticket, Split split);

    /**
     * Undoes a merge, a split, or a move to another queue (G2): puts back what is still there, and says what it left and why. The messages
     * of a part go back to the ticket they were split from, and the part's number and mails lead there for ever. A part stays where words
     * were said in it since, and whole where it was merged, others were merged into it, actions are scheduled for it, it went to another
     * customer, or out of the technician's sight.
     *
     * @throws dev.troubletickets.failure.NotPermitted without the permission {@code MERGE} for a merge or {@code SPLIT} for a split, and if
     *     it was undone before
     * @throws dev.troubletickets.failure.LockedByAnother while a colleague is at work on a part that would go (B6)
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
