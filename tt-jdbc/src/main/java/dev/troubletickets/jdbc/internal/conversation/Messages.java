// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageId.Track;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Messages as rows. The facts of attachments are asked for only where there are any. */
final class Messages {
    private static final String COLUMNS = "ticket, note, message, version, kind, written_at, author_kind, author,"
            + " author_name, sender, channel, content, mail, message_id, edited_at";

    static final String INSERT = "insert into {message} (" + COLUMNS + ") values (" + Codes.marks(15) + ")";

    private static final String SELECT = "select exists (select 1 from {attachment} a where a.ticket = m.ticket"
            + " and a.note = m.note and a.message = m.message), m."
            + COLUMNS.replace(", ", ", m.") + " from {message} m where ";

    private final Session session;

    Messages(Session session) {
        this.session = session;
    }

    List<MessageData> list(String condition, Object... values) {
        List<MessageId> attached = new ArrayList<>();
        List<MessageData> messages = session.list(
                SELECT + condition,
                row -> {
                    boolean more = row.flag();
                    MessageData message = message(row);
                    if (more) {
                        attached.add(message.id());
                    }
                    return message;
                },
                values);
        if (attached.isEmpty()) {
            return messages;
        }
        Map<MessageId, List<AttachmentData>> files = attachments(attached.get(0).ticket());
        return messages.stream()
                .map(message -> with(message, files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private Map<MessageId, List<AttachmentData>> attachments(TicketId ticket) {
        Map<MessageId, List<AttachmentData>> found = new HashMap<>();
        session.list(
                        "select note, message, attachment, name, media_type, bytes, sha256 from {attachment}"
                                + " where ticket = ? order by note, message, attachment",
                        row -> attachment(ticket, row),
                        ticket.value())
                .forEach(file -> found.computeIfAbsent(file.id().message(), id -> new ArrayList<>())
                        .add(file));
        return found;
    }

    private static AttachmentData attachment(TicketId ticket, Row row) throws SQLException {
        MessageId message = new MessageId(ticket, track(row.flag()), row.integer());
        return new AttachmentData(
                new AttachmentId(message, row.integer()), row.text(), row.text(), row.number(), row.text());
    }

    private static MessageData message(Row row) throws SQLException {
        MessageId id = new MessageId(TicketId.of(row.number()), track(row.flag()), row.integer());
        return new MessageData(
                id,
                row.number(),
                MessageKind.valueOf(row.text()),
                row.instant(),
                Codes.actor(row.text(), row.text()),
                row.text(),
                Codes.address(row.textOrNull()),
                Channel.valueOf(row.text()),
                row.text(),
                row.numberOrNull(),
                row.textOrNull(),
                List.of(),
                row.instantOrNull());
    }

    private static MessageData with(MessageData m, List<AttachmentData> files) {
        return new MessageData(
                m.id(),
                m.version(),
                m.kind(),
                m.at(),
                m.author(),
                m.authorName(),
                m.from(),
                m.channel(),
                m.text(),
                m.mail(),
                m.messageId(),
                files,
                m.editedAt());
    }

    private static Track track(boolean note) {
        return note ? Track.NOTE : Track.PUBLIC;
    }
}
