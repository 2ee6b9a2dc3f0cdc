// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.ThreadStore;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What mails belong together. For use inside a unit of work alone. */
final class MemoryThreads implements ThreadStore {
    private final Tables tables;

    MemoryThreads(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void remember(String messageId, TicketId ticket) {
        if (!tables.threads.has(messageId)) {
            tables.threads.put(messageId, ticket);
        }
    }

    @Override
    public Map<String, TicketId> find(Collection<String> messageIds) {
        Map<String, TicketId> known = new HashMap<>();
        messageIds.forEach(id -> tables.threads.find(id).ifPresent(ticket -> known.put(id, ticket)));
        return known;
    }

    @Override
    public Optional<TicketId> findBySubject(String threadKey, Optional<EmailAddress> requester) {
        Predicate<TicketData> theirs = ticket ->
                requester.isEmpty() || requester.get().equals(ticket.header().requester());
        return tables.tickets.newestFirst().stream()
                .filter(theirs)
                .filter(ticket -> ticket.header().subject().threadKey().equals(threadKey))
                .findFirst()
                .map(TicketData::id);
    }
}
