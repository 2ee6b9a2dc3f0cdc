// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/**
 * Technicians at work on a ticket by invitation (G10), whatever its queue and whoever it is assigned to. An invitation gives sight of that
 * one ticket, on every path, and the right it names; it takes nothing from what a technician may do otherwise. It holds until the
 * technician is dismissed or leaves, also when the ticket goes to another queue. While the ticket is merged into another one it rests, and
 * lets nobody see that one.
 *
 * <p>A ticket can have 50 collaborators, a technician can be one on 200 tickets, closed ones among them; more is {@code OverLimit}.
 */
public interface Collaborating {
    /**
     * Invites a technician; who was invited before has this right from then on, and no other. Needs {@link
     * dev.troubletickets.rights.Permission#ASSIGN_TO_OTHERS}, and is for those who see the ticket without an invitation.
     *
     * @throws dev.troubletickets.failure.Invalid if there is no such technician, or it is oneself
     */
    void invite(TicketRef ticket, StaffId technician, CollaboratorRight right);

    /** Ends an invitation, and the lock of the one who was invited, at once; without effect for one who is not. Needs what inviting needs. */
    void dismiss(TicketRef ticket, StaffId technician);

    /**
     * Ends one's own invitation.
     *
     * @throws dev.troubletickets.failure.NotPermitted if one was not invited
     */
    void leave(TicketRef ticket);

    /** The tickets one is invited to, closed ones too, 50 a page; those that are merged are not among them. */
    FollowedPage list(Optional<PageToken> from);
}
