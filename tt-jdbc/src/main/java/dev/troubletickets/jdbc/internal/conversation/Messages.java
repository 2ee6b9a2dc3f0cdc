// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.files.BlobKey;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as rows. The facts of attachments are asked for only where there are any. */
final class Messages {
    private static final String COLUMNS =
            "ticket, note, message, shown_in, version, kind, written_at, author_kind, author,"
                    + " author_name, sender, channel, content, mail, message_id, edited_at";

    /** Where a text shown in a ticket is found by staff, and by its customer; takes the ticket twice. */
    static final String ROOT = "coalesce((select x.root from {ticket_text} x where x.ticket = ?), ?)";

    static final String OWN_ROOT = ROOT.replace("x.root", "x.own_root");

    private static final int MARKS = COLUMNS.split(", ").length;

    private static final String SELECT = "select exists (select 1 from {attachment} a where a.ticket = m.ticket"
            + " and a.note = m.note and a.message = m.message) as attached, m."
            + COLUMNS.replace(", ", ", m.") + " from {message} m where ";

    private final Session session;

    Messages(Session session) {
        this.session = session;
    }

    /** Takes the columns' values, the words, and where it is shown four times. */
    String insert() {
        return "insert into {message} (" + COLUMNS + ", words, root, own_root) values (" + Codes.marks(MARKS) + ", "
                + session.dialect().fulltext().mark() + ", " + ROOT + ", " + OWN_ROOT + ")";
    }

    /** What is shown in these tickets: the messages of their own that are not shown elsewhere, and others' that are shown here. */
    List<MessageData> shownIn(Collection<TicketId> tickets, String also, String order) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        Object[] ids = tickets.stream().map(TicketId::value).toArray();
        String in = " in (" + Codes.marks(ids.length) + ")";
        return list(
                "m.ticket" + in + " and m.shown_in is null" + also + " union all " + SELECT + "m.shown_in" + in + also
                        + " order by " + order,
                Codes.twice(ids));
    }

    Optional<MessageData> find(MessageId id) {
        return list("m.ticket = ? and m.note = ? and m.message = ?", id.ticket().value(), id.isNote(), id.number())
                .stream()
                .findFirst();
    }

    private List<MessageData> list(String condition, Object... values) {
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
        Map<MessageId, List<AttachmentData>> files = attachments(attached);
        return messages.stream()
                .map(message -> with(message, files.getOrDefault(message.id(), List.of())))
                .toList();
    }

    private Map<MessageId, List<AttachmentData>> attachments(List<MessageId> of) {
        Map<MessageId, List<AttachmentData>> found = new HashMap<>();
        Object[] tickets = of.stream().map(id -> id.ticket().value()).distinct().toArray();
        session.list(
                        "select ticket, note, message, attachment, name, media_type, bytes, file_key from {attachment}"
                                + " where ticket in (" + Codes.marks(tickets.length)
                                + ") order by ticket, note, message, attachment",
                        Messages::attachment,
                        tickets)
                .forEach(file -> found.computeIfAbsent(file.id().message(), id -> new ArrayList<>())
                        .add(file));
        return found;
    }

    private static AttachmentData attachment(Row row) throws SQLException {
        MessageId message = new MessageId(TicketId.of(row.number()), track(row.flag()), row.integer());
        return new AttachmentData(
                new AttachmentId(message, row.integer()),
                row.text(),
                row.text(),
                row.number(),
                new BlobKey(row.text()));
    }

    private static MessageData message(Row row) throws SQLException {
        MessageId id = new MessageId(TicketId.of(row.number()), track(row.flag()), row.integer());
        Long shownIn = row.numberOrNull();
        return new MessageData(
                id,
                shownIn == null ? id.ticket() : TicketId.of(shownIn),
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
                m.shownIn(),
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
