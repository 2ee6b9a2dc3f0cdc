// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which technicians keep an eye on which tickets. Gone with the ticket. */
public interface FollowStore {
    /** What for. */
    enum Kind {
        /** For oneself (B13). */
        FAVOURITE,
        /** For all staff to see (G10). */
        WATCH
    }

    /**
     * Without effect for one who does so already, and still does so since then.
     *
     * @throws WriteConflict at the latest on commit, if there is no such ticket
     */
    void add(Kind kind, Follower follower, TicketId ticket);

    /** Without effect for one who does not. */
    void remove(Kind kind, StaffId staff, TicketId ticket);

    /** The tickets a technician follows, and since when. */
    Map<TicketId, Instant> tickets(Kind kind, StaffId staff);

    /** Who follows the ticket, the longest first. */
    List<Follower> followers(Kind kind, TicketId ticket);

    record Follower(StaffId staff, Instant since) {}
}
