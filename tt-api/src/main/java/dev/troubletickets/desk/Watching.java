// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/**
 * Tickets that technicians watch besides the one in charge (G10). All staff see who watches a ticket. Watching does not let anyone see a
 * ticket ({@linkplain Collaborating inviting} does): who loses sight of one stays among its watchers, and learns nothing more of it.
 *
 * <p>A ticket can have 50 watchers, a technician can watch 1,000 tickets; more is {@code OverLimit}.
 */
public interface Watching {
    /** Without effect for one who does so already. */
    void watch(TicketRef ticket);

    /** Without effect for one who does not. */
    void unwatch(TicketRef ticket);

    /**
     * Has another technician watch the ticket; needs {@link dev.troubletickets.rights.Permission#ASSIGN_TO_OTHERS}.
     *
     * @throws dev.troubletickets.failure.Invalid if there is no such technician
     */
    void add(TicketRef ticket, StaffId technician);

    /** Needs {@link dev.troubletickets.rights.Permission#ASSIGN_TO_OTHERS} for another than oneself. */
    void remove(TicketRef ticket, StaffId technician);

    /** The tickets one watches, 50 a page; without those that are gone or that one no longer sees. */
    FollowedPage list(Optional<PageToken> from);
}
