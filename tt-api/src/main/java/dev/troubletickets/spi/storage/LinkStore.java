// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which tickets have led to which. A link goes with either of its tickets. */
public interface LinkStore {
    /**
     * Keeps a link. One of the same tickets and kind stays as it was.
     *
     * @throws WriteConflict at the latest on commit, if one of the tickets is not there
     */
    void add(LinkData link);

    /** The links from and to any of these tickets, the newest first. */
    List<LinkData> of(Collection<TicketId> tickets, int limit);

    /** Where the newest link of that kind from the ticket leads. */
    Optional<TicketId> latest(TicketId from, LinkData.Kind kind);
}
