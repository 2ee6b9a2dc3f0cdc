// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.tasks;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.messages.PrivateMessageId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PrivateMessageStore;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public final class SqlPrivateMessageStore implements PrivateMessageStore {
    private static final String HEADER = "m.sender, m.recipients, m.subject, m.sent_at";

    private final Session session;

    public SqlPrivateMessageStore(Session session) {
        this.session = session;
    }

    @Override
    public PrivateMessageId create(Header header, String text) {
        long id = session.insertForId(
                        "insert into {private_message} (sender, recipients, subject, sent_at, content, kept)"
                                + " values (?, ?, ?, ?, ?, true)",
                        header.from().value(),
                        header.to().stream().map(StaffId::value).collect(Collectors.joining("\n")),
                        header.subject(),
                        header.at(),
                        text)
                .orElseThrow();
        header.to()
                .forEach(to -> session.later(
                        "insert into {private_copy} (staff, message, unread) values (?, ?, true)", to.value(), id));
        return PrivateMessageId.of(id);
    }

    @Override
    public Optional<Found> find(PrivateMessageId id) {
        List<Copy> copies = session.list(
                "select staff, unread from {private_copy} where message = ?",
                row -> new Copy(StaffId.of(row.text()), row.flag()),
                id.value());
        return session.first(
                "select " + HEADER + ", m.content, m.kept from {private_message} m where m.id = ?",
                row -> new Found(header(row), row.text(), row.flag(), copies),
                id.value());
    }

    @Override
    public List<Listed> inbox(StaffId recipient, Optional<PrivateMessageId> before, int limit) {
        String fixed = session.dialect().sortsByWholeIndex() ? "c.staff desc, " : "";
        return session.list(
                "select c.message, " + HEADER + ", c.unread from {private_copy} c join {private_message} m"
                        + " on m.id = c.message where c.staff = ?" + (before.isPresent() ? " and c.message < ?" : "")
                        + " order by " + fixed + "c.message desc limit " + limit,
                row -> new Listed(PrivateMessageId.of(row.number()), header(row), row.flag()),
                values(recipient, before));
    }

    @Override
    public List<Listed> sent(StaffId sender, Optional<PrivateMessageId> before, int limit) {
        String fixed = session.dialect().sortsByWholeIndex() ? "m.sender desc, m.kept desc, " : "";
        return session.list(
                "select m.id, " + HEADER + " from {private_message} m where m.sender = ? and m.kept = true"
                        + (before.isPresent() ? " and m.id < ?" : "") + " order by " + fixed + "m.id desc limit "
                        + limit,
                row -> new Listed(PrivateMessageId.of(row.number()), header(row), false),
                values(sender, before));
    }

    @Override
    public long unread(StaffId recipient) {
        return session.number(
                "select count(*) from {private_copy} where staff = ? and unread = true", recipient.value());
    }

    @Override
    public void markRead(PrivateMessageId id, StaffId recipient) {
        session.later(
                "update {private_copy} set unread = false where staff = ? and message = ? and unread = true",
                recipient.value(),
                id.value());
    }

    @Override
    public boolean deleteReceived(PrivateMessageId id, StaffId recipient) {
        hold(id);
        boolean there = session.change(
                        "delete from {private_copy} where staff = ? and message = ?", recipient.value(), id.value())
                == 1;
        purge(id);
        return there;
    }

    @Override
    public boolean deleteSent(PrivateMessageId id, StaffId sender) {
        hold(id);
        boolean there = session.change(
                        "update {private_message} set kept = false where id = ? and sender = ? and kept = true",
                        id.value(),
                        sender.value())
                == 1;
        purge(id);
        return there;
    }

    /** So that of two who delete the last two copies, one sees that it is the last. */
    private void hold(PrivateMessageId id) {
        session.lock("select id from {private_message} where id = ?", id.value());
    }

    private void purge(PrivateMessageId id) {
        session.later(
                "delete from {private_message} where id = ? and kept = false"
                        + " and not exists (select 1 from {private_copy} c where c.message = ?)",
                id.value(),
                id.value());
    }

    private static Header header(Row row) throws SQLException {
        StaffId from = StaffId.of(row.text());
        List<StaffId> to = Stream.of(row.text().split("\n")).map(StaffId::of).toList();
        return new Header(from, to, row.text(), row.instant());
    }

    private static Object[] values(StaffId staff, Optional<PrivateMessageId> before) {
        List<Object> values = new ArrayList<>(List.of(staff.value()));
        before.ifPresent(id -> values.add(id.value()));
        return values.toArray();
    }
}
