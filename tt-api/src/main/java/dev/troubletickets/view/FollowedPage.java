// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One page of the tickets a technician follows, those changed last first. */
public record FollowedPage(List<Followed> tickets, Optional<PageToken> next) {
    public FollowedPage {
        tickets = List.copyOf(tickets);
    }

    /**
     * @param since when the technician began to follow it
     * @param latest the last thing that happened to it
     */
    public record Followed(StaffTicketRow ticket, Instant since, Optional<ConversationItem.SystemLine> latest) {}
}
