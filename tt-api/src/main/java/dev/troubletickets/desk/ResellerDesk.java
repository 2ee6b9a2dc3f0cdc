// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/**
 * A reseller who stands by their own customers, and by those of all resellers beneath them: sees those customers' tickets as the customers
 * do, on whichever side they are, opens tickets and replies for them.
 * Tickets of anyone else are {@code NotFound}. Looking does not count as the customer's reading.
 */
public interface ResellerDesk {
    /**
     * Opens a ticket for one of the reseller's customers, as the customer would.
     *
     * @throws dev.troubletickets.failure.NotFound if the account is not one of theirs
     */
    TicketId openFor(AccountId account, NewTicket ticket);

    /**
     * Adds a message on the customer's side, as the customer would.
     *
     * @return the ticket the message went to
     */
    TicketId reply(TicketRef ticket, Reply reply);

    /** The customers' tickets that are not archived, newest message first, 50 a page; unread counts are the customers'. */
    CustomerTickets tickets(Optional<PageToken> from);

    CustomerTicketView ticket(TicketId ticket);

    /** What the reseller is charged for support (E5). */
    ResellerStatements statements();

    /**
     * A file of a message, to be handed on with its headers (F3).
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket and message that the reseller sees
     * @throws dev.troubletickets.failure.HarmfulFile if a scan has found something harmful in it
     * @throws dev.troubletickets.failure.Unavailable if it has not been looked through yet
     */
    Download download(AttachmentId attachment);
}
