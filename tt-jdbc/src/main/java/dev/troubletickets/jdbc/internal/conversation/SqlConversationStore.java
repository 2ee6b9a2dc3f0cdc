// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ConversationStore;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

public final class SqlConversationStore implements ConversationStore {
    private final Session session;
    private final Messages messages;

    public SqlConversationStore(Session session) {
        this.session = session;
        this.messages = new Messages(session);
    }

    @Override
    public void add(MessageData message) {
        MessageId id = message.id();
        session.later(
                Messages.INSERT,
                id.ticket().value(),
                id.isNote(),
                id.number(),
                message.version(),
                message.kind().name(),
                message.at(),
                Codes.kind(message.author()),
                Codes.name(message.author()),
                message.authorName(),
                Codes.text(message.from()),
                message.channel().name(),
                message.text(),
                message.mail(),
                message.messageId(),
                message.editedAt());
        for (AttachmentData attachment : message.attachments()) {
            session.later(
                    "insert into {attachment} (ticket, note, message, attachment, name, media_type, bytes, sha256)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id.ticket().value(),
                    id.isNote(),
                    id.number(),
                    attachment.id().number(),
                    attachment.name(),
                    attachment.type(),
                    attachment.size(),
                    attachment.sha256());
        }
    }

    @Override
    public void add(HistoryEntry entry) {
        session.later(
                "insert into {history} (ticket, version, entry, entered_at, actor_kind, actor, event, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                entry.ticket().value(),
                entry.version(),
                entry.index(),
                entry.at(),
                Codes.kind(entry.actor()),
                Codes.name(entry.actor()),
                entry.type(),
                entry.data());
    }

    @Override
    public void changeText(MessageId message, String text, Instant editedAt) {
        session.later(
                "update {message} set content = ?, edited_at = ? where ticket = ? and note = ? and message = ?",
                text,
                editedAt,
                message.ticket().value(),
                message.isNote(),
                message.number());
    }

    @Override
    public List<MessageData> publicMessages(TicketId ticket) {
        return messages.list("m.ticket = ? and not m.note order by m.message", ticket.value());
    }

    @Override
    public List<MessageData> allMessages(TicketId ticket) {
        return messages.list("m.ticket = ? order by m.version, m.note, m.message", ticket.value());
    }

    @Override
    public Optional<MessageData> find(MessageId id) {
        return messages
                .list(
                        "m.ticket = ? and m.note = ? and m.message = ?",
                        id.ticket().value(),
                        id.isNote(),
                        id.number())
                .stream()
                .findFirst();
    }

    @Override
    public List<String> lastMessageIds(TicketId ticket, int limit) {
        List<String> newestFirst = session.list(
                "select message_id from {message} where ticket = ? and not note and message_id is not null"
                        + " order by message desc limit " + limit,
                Row::text,
                ticket.value());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public List<HistoryEntry> history(TicketId ticket) {
        return session.list(
                "select version, entry, entered_at, actor_kind, actor, event, content from {history}"
                        + " where ticket = ? order by version, entry",
                row -> historyEntry(ticket, row),
                ticket.value());
    }

    @Override
    public Map<TicketId, HistoryEntry> lastLines(Set<TicketId> tickets) {
        Map<TicketId, HistoryEntry> last = new HashMap<>();
        if (!tickets.isEmpty()) {
            session.list(
                    "select h.ticket, h.version, h.entry, h.entered_at, h.actor_kind, h.actor, h.event, h.content"
                            + " from (select ticket, max(version) as version from {history} where ticket in ("
                            + Codes.marks(tickets.size())
                            + ") group by ticket) l join {history} h on h.ticket = l.ticket and h.version = l.version"
                            + " order by h.ticket, h.entry",
                    row -> {
                        TicketId ticket = TicketId.of(row.number());
                        return last.put(ticket, historyEntry(ticket, row)) == null;
                    },
                    tickets.stream().map(TicketId::value).toArray());
        }
        return last;
    }

    @Override
    public void markRead(TicketId ticket, StaffId reader, int read) {
        session.later(
                session.dialect().raise("read_mark", "ticket, staff", "messages", "bigint, varchar, integer"),
                ticket.value(),
                reader.value(),
                read);
    }

    @Override
    public void advanceRead(TicketId ticket, StaffId reader, int before, int after) {
        session.later(
                "update {read_mark} set messages = ? where ticket = ? and staff = ? and messages >= ? and messages < ?",
                after,
                ticket.value(),
                reader.value(),
                before,
                after);
    }

    private static HistoryEntry historyEntry(TicketId ticket, Row row) throws SQLException {
        return new HistoryEntry(
                ticket,
                row.number(),
                row.integer(),
                row.instant(),
                Codes.actor(row.text(), row.text()),
                row.text(),
                row.text());
    }
}
