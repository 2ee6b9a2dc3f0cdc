// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Digest;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.ThreadStore;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Message-IDs stand under their digests, since strangers choose how long they are. */
public final class SqlThreadStore implements ThreadStore {
    private final Session session;

    public SqlThreadStore(Session session) {
        this.session = session;
    }

    @Override
    public void remember(String messageId, TicketId ticket) {
        session.laterIfAbsent(
                "insert into {thread} (message_id, ticket) values (?, ?)", Digest.of(messageId), ticket.value());
    }

    @Override
    public Map<String, TicketId> find(Collection<String> messageIds) {
        Map<String, String> byDigest = new HashMap<>();
        messageIds.forEach(id -> byDigest.put(Digest.of(id), id));
        Map<String, TicketId> found = new HashMap<>();
        if (!byDigest.isEmpty()) {
            session.list(
                    "select message_id, ticket from {thread} where message_id in (" + Codes.marks(byDigest.size())
                            + ")",
                    row -> found.put(byDigest.getOrDefault(row.text(), ""), TicketId.of(row.number())),
                    byDigest.keySet().toArray());
        }
        return found;
    }

    @Override
    public Optional<TicketId> findBySubject(String threadKey, Optional<EmailAddress> requester) {
        String select = "select id from {ticket} where thread_key = ?";
        return requester.isPresent()
                ? session.first(
                        select + " and requester_key = ? order by thread_key desc, requester_key desc, id desc limit 1",
                        row -> TicketId.of(row.number()),
                        threadKey,
                        requester.get().key())
                // the sum keeps PostgreSQL from walking through all tickets, the newest first, until one has that
                // subject
                : session.first(select + " order by id + 0 desc limit 1", row -> TicketId.of(row.number()), threadKey);
    }
}
