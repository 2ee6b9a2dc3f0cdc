// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.util.List;
import java.util.Optional;

/**
 * The customer's <i>my tickets</i>: one page, newest message first.
 *
 * @param unread how many of the customer's tickets hold answers they have not read, for the menu's badge
 * @param next ask for the next page with this
 */
public record CustomerTickets(List<CustomerTicketRow> tickets, long unread, Optional<PageToken> next) {
    public CustomerTickets {
        tickets = List.copyOf(tickets);
    }
}
