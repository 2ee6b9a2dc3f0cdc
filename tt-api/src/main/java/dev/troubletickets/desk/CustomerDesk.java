// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.NewTicketForm;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/**
 * A customer's tickets in the panel. Shows and takes only the tickets of the desk's account; any other is {@code NotFound}.
 *
 * <p>Every method throws {@link dev.troubletickets.failure.Unavailable} when storage or identity does not answer, and those that take
 * a {@link TicketRef} throw {@link dev.troubletickets.failure.NotFound}, and {@link dev.troubletickets.failure.Stale} when acting from
 * a page to which something was added.
 */
public interface CustomerDesk {
    /** The page for a new ticket: categories, own services, limits, announcements. */
    NewTicketForm newTicketForm();

    /** What is known already, and may save a ticket (E9). */
    PublicKnowledge knowledge();

    /**
     * Opens a ticket (A1). It goes to the queue in charge of its category, else to the default queue; the support mailbox gets a copy.
     *
     * @throws dev.troubletickets.failure.Invalid for a category, service or priority that is not to be had
     * @throws dev.troubletickets.failure.OverLimit for a text or files larger than the installation takes, or more messages in an hour
     * @throws dev.troubletickets.failure.NotPermitted while an announcement stops the intake of such tickets (G13); the message is its text.
     *     {@code NO_INCIDENTS_LEFT} where the queue's tickets use support incidents, and none is left (E6)
     */
    TicketId open(NewTicket ticket);

    /** The public key to encrypt to, to be downloaded and compared by its fingerprint (F2): the desk's, or the host's while the desk has none; empty without {@code encryptionKeys}. */
    Optional<PublicKey> publicKey();

    /** The customer's own public key, by which staff are told whether what they encrypt was signed by them (F2). */
    Optional<PublicKey> ownPublicKey();

    /**
     * Takes a public key in armor, in place of the one there was; it may have expired by the time it is used.
     *
     * @throws dev.troubletickets.failure.Invalid {@code key} with the reason, also for one that has expired or was revoked, and for a private one
     * @throws dev.troubletickets.failure.Unavailable if no {@code encryptionKeys} is wired in
     */
    PublicKey saveOwnPublicKey(String armored);

    /** Does nothing where there is none. */
    void removeOwnPublicKey();

    /**
     * Adds a message (A7). A ticket that is answered, resolved, closed or archived opens again, with its assignee if it is sticky, else
     * assigned to nobody. Where the installation limits for how long a ticket can be reopened, a later message opens a new ticket that is
     * linked to it, or goes to the one that another such message has opened (G14).
     *
     * @return the ticket the message went to
     * @throws dev.troubletickets.failure.NotPermitted {@code NO_INCIDENTS_LEFT} if it would open a new ticket, and none is left for that (E6)
     * @throws dev.troubletickets.failure.OverLimit for a text or files larger than the installation takes, or more messages in an hour
     */
    TicketId reply(TicketRef ticket, Reply reply);

    /** The customer declares the matter done; the ticket closes for staff and stays in the customer's list. */
    void close(TicketRef ticket);

    /**
     * Puts the ticket away (A6), which closes it for staff too.
     *
     * @throws dev.troubletickets.failure.NotPermitted while the customer's last word is unanswered
     */
    void archive(TicketRef ticket);

    /**
     * Opens a closed, resolved or archived ticket again without a word.
     *
     * @throws dev.troubletickets.failure.NotPermitted once the reopening window has passed (G14)
     */
    void reopen(TicketRef ticket);

    /**
     * Says how content the customer is with how the ticket was settled (G11); a later rating replaces it. The ticket stays as it is.
     *
     * @throws dev.troubletickets.failure.NotPermitted unless the installation asks for ratings, and the ticket is resolved or closed
     */
    void rate(TicketRef ticket, Rating rating);

    /** The tickets that are not archived, newest message first, 50 a page. */
    CustomerTickets tickets(Optional<PageToken> from);

    /** The archived tickets, newest message first, 50 a page. */
    CustomerTickets archived(Optional<PageToken> from);

    /** What is left of the support incidents the customer has paid in advance (E6). */
    IncidentBalance incidents();

    /** How many tickets hold answers the customer has not read. */
    long unread();

    /** The page of a ticket; the customer has read it from then on. */
    CustomerTicketView ticket(TicketId ticket);

    /**
     * A file of a message, to be handed on with its headers (F3).
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket and message that the customer sees
     * @throws dev.troubletickets.failure.HarmfulFile if a scan has found something harmful in it
     * @throws dev.troubletickets.failure.Unavailable if it has not been looked through yet
     */
    Download download(AttachmentId attachment);
}
