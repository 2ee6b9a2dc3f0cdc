// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.erasure;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/** Tickets that an erasure has touched, by number; a ticket may be deleted since. */
public record ErasurePage(List<TicketId> tickets, Optional<PageToken> next) {
    public ErasurePage {
        tickets = List.copyOf(tickets);
    }
}
