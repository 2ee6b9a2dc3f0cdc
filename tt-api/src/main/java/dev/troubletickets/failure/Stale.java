// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.util.List;

/** The page the caller acted from no longer shows the ticket as it is (G7). Nothing was written; show {@link #news} and ask again. */
public final class Stale extends SupportException {
    private static final long serialVersionUID = 1L;

    private final TicketId ticket;
    private final transient List<ConversationItem> news;

    public Stale(TicketId ticket, List<ConversationItem> news) {
        super("ticket " + ticket + " has changed since it was shown");
        this.ticket = ticket;
        this.news = List.copyOf(news);
    }

    public TicketId ticket() {
        return ticket;
    }

    /** What was added since, as far as the caller may see it, oldest first. */
    public List<ConversationItem> news() {
        return news;
    }
}
