// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.List;
import java.util.Optional;

/** One page of a staff list. */
public record TicketPage(List<StaffTicketRow> tickets, Optional<PageToken> next) {
    public TicketPage {
        tickets = List.copyOf(tickets);
    }
}
