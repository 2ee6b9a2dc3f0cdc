// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

/** The technician's favourite tickets (B13), for their eyes alone. There can be 1,000. */
public interface Favourites {
    /**
     * One that is a favourite already stays so, and since when.
     *
     * @throws dev.troubletickets.failure.NotFound for a ticket the technician does not see
     * @throws dev.troubletickets.failure.OverLimit if there are 1,000
     */
    void add(TicketId ticket);

    /** Without effect for a ticket that is none. */
    void remove(TicketId ticket);

    /** 50 a page; without those that are gone or that the technician no longer sees. */
    FollowedPage list(Optional<PageToken> from);
}
