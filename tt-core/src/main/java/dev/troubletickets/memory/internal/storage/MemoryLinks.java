// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.LinkStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which tickets have led to which. For use inside a unit of work alone. */
final class MemoryLinks implements LinkStore {
    private static final Comparator<LinkData> NEWEST_FIRST = Comparator.comparing(LinkData::at)
            .thenComparingLong(link -> link.to().value())
            .thenComparingLong(link -> link.from().value())
            .reversed()
            .thenComparing(LinkData::kind);

    private final Tables tables;

    MemoryLinks(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(LinkData link) {
        if (!tables.tickets.has(link.from()) || !tables.tickets.has(link.to())) {
            throw new WriteConflict("a ticket to link is gone");
        }
        Tables.Link key = new Tables.Link(link.from().value(), link.to().value(), link.kind());
        if (!tables.links.has(key)) {
            tables.links.put(key, link);
        }
    }

    @Override
    public List<LinkData> of(Collection<TicketId> tickets, int limit) {
        return tables.links.rows().stream()
                .filter(link -> tickets.contains(link.from()) || tickets.contains(link.to()))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<TicketId> latest(TicketId from, LinkData.Kind kind) {
        return tables.links.rows().stream()
                .filter(link -> link.from().equals(from) && link.kind() == kind)
                .min(NEWEST_FIRST)
                .map(LinkData::to);
    }
}
