// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.files.References;
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
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
                messages.insert(),
                id.ticket().value(),
                id.isNote(),
                id.number(),
                placeOf(message.shownIn(), id),
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
                message.editedAt(),
                words(message.text()),
                message.shownIn().value(),
                message.shownIn().value(),
                message.shownIn().value(),
                message.shownIn().value());
        for (AttachmentData attachment : message.attachments()) {
            session.later(
                    "insert into {attachment} (ticket, note, message, attachment, name, media_type, bytes, file_key)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    id.ticket().value(),
                    id.isNote(),
                    id.number(),
                    attachment.id().number(),
                    attachment.name(),
                    attachment.type(),
                    attachment.size(),
                    attachment.blob().value());
        }
        References.made(session, message.blobs());
    }

    @Override
    public void add(HistoryEntry entry) {
        session.later(
                "insert into {history} (ticket, version, entry, entered_at, actor_kind, actor, event, content, facts)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.ticket().value(),
                entry.version(),
                entry.index(),
                entry.at(),
                Codes.kind(entry.actor()),
                Codes.name(entry.actor()),
                entry.type(),
                entry.data(),
                entry.facts());
    }

    @Override
    public void changeText(MessageId message, String text, Instant editedAt) {
        session.later(
                "update {message} set content = ?, edited_at = ?, words = "
                        + session.dialect().fulltext().mark()
                        + " where ticket = ? and note = ? and message = ?",
                text,
                editedAt,
                words(text),
                message.ticket().value(),
                message.isNote(),
                message.number());
    }

    @Override
    public List<MessageData> publicMessages(Collection<TicketId> shownIn) {
        return messages.shownIn(shownIn, " and not m.note", "ticket, message");
    }

    @Override
    public List<MessageData> allMessages(Collection<TicketId> shownIn) {
        return messages.shownIn(shownIn, "", "ticket, version, note, message");
    }

    /** Holds the ticket, or a merge at the same moment would not see the message, nor this where the ticket is found from now on. */
    @Override
    public boolean show(MessageId message, TicketId from, TicketId in) {
        session.lock("select id from {ticket} where id = ?", in.value());
        return session.change(
                        "update {message} set shown_in = ?, root = " + Messages.ROOT + ", own_root = "
                                + Messages.OWN_ROOT + " where ticket = ? and note = ? and message = ?"
                                + " and coalesce(shown_in, ticket) = ?",
                        placeOf(in, message),
                        in.value(),
                        in.value(),
                        in.value(),
                        in.value(),
                        message.ticket().value(),
                        message.isNote(),
                        message.number(),
                        from.value())
                == 1;
    }

    @Override
    public Optional<MessageData> find(MessageId id) {
        return messages.find(id);
    }

    @Override
    public Optional<TicketId> shownIn(TicketId numberedBy, String messageId) {
        return session.first(
                "select coalesce(shown_in, ticket) from {message} where ticket = ? and not note and message_id = ?"
                        + " order by message desc limit 1",
                row -> TicketId.of(row.number()),
                numberedBy.value(),
                messageId);
    }

    @Override
    public List<String> lastMessageIds(Collection<TicketId> shownIn, int limit) {
        if (shownIn.isEmpty()) {
            return List.of();
        }
        Object[] ids = shownIn.stream().map(TicketId::value).toArray();
        String select = "select message_id, written_at, ticket, message from {message} where not note"
                + " and message_id is not null and ";
        String in = " in (" + Codes.marks(ids.length) + ")";
        List<String> newestFirst = session.list(
                select + "ticket" + in + " and shown_in is null union all " + select + "shown_in" + in
                        + " order by written_at desc, ticket desc, message desc limit " + limit,
                Row::text,
                Codes.twice(ids));
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public List<HistoryEntry> history(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : session.list(
                        "select " + HistoryRow.COLUMNS + " from {history} h"
                                + " where ticket in (" + Codes.marks(tickets.size())
                                + ") order by ticket, version, entry",
                        HistoryRow::read,
                        tickets.stream().map(TicketId::value).toArray());
    }

    @Override
    public Map<TicketId, HistoryEntry> lastLines(Set<TicketId> tickets) {
        Map<TicketId, HistoryEntry> last = new HashMap<>();
        if (!tickets.isEmpty()) {
            session.list(
                            "select " + HistoryRow.COLUMNS
                                    + " from (select ticket, max(version) as version from {history} where ticket in ("
                                    + Codes.marks(tickets.size())
                                    + ") group by ticket) l join {history} h on h.ticket = l.ticket and h.version = l.version"
                                    + " order by h.ticket, h.entry",
                            HistoryRow::read,
                            tickets.stream().map(TicketId::value).toArray())
                    .forEach(entry -> last.put(entry.ticket(), entry));
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
    public void carryRead(TicketId from, int read, TicketId to, int messages) {
        session.list(
                        "select staff from {read_mark} where ticket = ? and messages >= ? order by staff",
                        Row::text,
                        from.value(),
                        read)
                .forEach(staff -> markRead(to, StaffId.of(staff), messages));
    }

    @Override
    public void advanceRead(TicketId ticket, int before, int after) {
        session.later(
                "update {read_mark} set messages = ? where ticket = ? and messages >= ? and messages < ?",
                after,
                ticket.value(),
                before,
                after);
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

    private String words(String text) {
        return session.dialect().fulltext().ofMessage(text);
    }

    /** Absent for a message that is shown where it is numbered. */
    private static @Nullable Long placeOf(TicketId shownIn, MessageId message) {
        return shownIn.equals(message.ticket()) ? null : shownIn.value();
    }
}
