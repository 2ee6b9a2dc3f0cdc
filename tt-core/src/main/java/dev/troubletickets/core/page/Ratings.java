// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.TicketRated;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.ConversationItem.SystemLine;
import dev.troubletickets.view.Rated;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How tickets were rated (G11): the last line of it in a ticket's history holds, and no other record is kept. */
public final class Ratings {
    private static final String TYPE = TicketRated.class.getSimpleName();

    private Ratings() {}

    public static Optional<Rated> last(Scope scope, TicketId ticket) {
        Optional<HistoryEntry> last = scope.stores().conversations().history(ticket).stream()
                .filter(line -> line.type().equals(TYPE))
                .reduce((one, later) -> later);
        return last.map(line -> rated((TicketRated) Events.read(line.type(), line.data()), line.at()));
    }

    /** Asked only where the customer could rate it. */
    static Optional<Rated> forCustomer(Scope scope, TicketData ticket) {
        boolean asked = scope.settings().ratings() && !ticket.state().status().isActive();
        return asked ? last(scope, ticket.id()) : Optional.empty();
    }

    /** As the page's conversation tells it, of the ticket itself and not of what was merged into it. */
    static Optional<Rated> forStaff(TicketId ticket, List<ConversationItem> conversation) {
        return conversation.stream()
                .flatMap(item -> item instanceof SystemLine line
                                && line.ticket().equals(ticket)
                                && line.event() instanceof TicketRated event
                        ? Optional.of(rated(event, line.at())).stream()
                        : Stream.empty())
                .reduce((one, later) -> later);
    }

    private static Rated rated(TicketRated event, Instant at) {
        return new Rated(event.stars(), event.comment(), at);
    }
}
