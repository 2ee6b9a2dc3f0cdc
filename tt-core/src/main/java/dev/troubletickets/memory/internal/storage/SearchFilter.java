// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.TicketState;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which tickets a search asks for. */
final class SearchFilter implements Predicate<TicketData> {
    private final Search search;
    private final Tables tables;

    SearchFilter(Search search, Tables tables) {
        this.search = search;
        this.tables = tables;
    }

    @Override
    public boolean test(TicketData ticket) {
        return any(search.tickets(), ticket.id())
                && fits(ticket.header())
                && fits(ticket.state())
                && inTime(ticket)
                && holdsFields(ticket);
    }

    private boolean holdsFields(TicketData ticket) {
        return search.fields().stream().allMatch(field -> MemoryFields.fits(tables, ticket.id(), field));
    }

    private boolean fits(Header header) {
        return holds(header.subject().value(), search.title())
                && holds(header.requester().value(), search.requester())
                && any(search.accounts(), header.account())
                && any(search.resellers(), header.reseller())
                && (!search.inResellers() || header.reseller() != null)
                && any(search.categories(), header.category())
                && any(search.channels(), header.channel())
                && header.tags().containsAll(search.tags());
    }

    private boolean fits(TicketState state) {
        return any(search.queues(), state.queue())
                && any(search.statuses(), state.status())
                && search.priority().covers(state.priority())
                && isAssigned(state)
                && is(search.answered(), !state.isUnanswered())
                && is(search.unreadByCustomer(), state.isUnreadByCustomer());
    }

    private boolean inTime(TicketData ticket) {
        return search.created().covers(ticket.header().createdAt())
                && search.modified().covers(ticket.activity().modifiedAt())
                && search.lastMessage().covers(ticket.activity().lastMessageAt());
    }

    private boolean isAssigned(TicketState state) {
        boolean anyone = search.assignees().isEmpty() && !search.unassigned();
        return anyone || state.assigned().map(search.assignees()::contains).orElse(search.unassigned());
    }

    private static boolean any(Collection<?> wanted, @Nullable Object value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static boolean is(Optional<Boolean> wanted, boolean value) {
        return wanted.isEmpty() || wanted.get() == value;
    }

    private static boolean holds(String text, Optional<String> part) {
        return part.isEmpty()
                || text.toLowerCase(Locale.ROOT).contains(part.get().toLowerCase(Locale.ROOT));
    }
}
