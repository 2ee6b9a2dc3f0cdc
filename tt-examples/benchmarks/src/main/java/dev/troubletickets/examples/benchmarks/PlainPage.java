// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The staff's page of a ticket by hand: five statements that read, one that keeps how far the technician has read. */
final class PlainPage {
    private static final String TICKET = """
            select t.version, t.subject, t.requester, t.requester_name, t.account, t.service, t.category, t.summary, t.cc, t.queue,
             t.status, t.priority, t.sticky, t.locked, t.assignee, s.full_name, t.auto_close_at, t.snoozed_until, t.waiting_since,
             t.created_at, t.modified_at, t.public_messages, t.notes, t.channel
             from tt_ticket t left join tt_staff s on s.staff = t.assignee where t.id = ? and\s""";

    private static final String READ = "insert into tt_read_mark (ticket, staff, messages) values (?, ?, ?)"
            + " on conflict (ticket, staff) do update set messages = excluded.messages"
            + " where tt_read_mark.messages < excluded.messages";
    private static final String DELIVERIES =
            "select message, state, reason from tt_outbox where ticket = ? and message is not null order by id";
    private static final String HISTORY =
            "select version, entered_at, actor_kind, actor, event, content from tt_history"
                    + " where ticket = ? order by version, entry";
    /** Which mails are in it and why, its favourites and watchers, who else looks, what they have begun to write, what it is linked with. */
    private static final List<String> AROUND = List.of(
            "select received_at, outcome, why from tt_intake where ticket = ? and outcome is not null order by id",
            "select staff, since, kind from tt_follow where ticket = ? order by since, staff",
            "select staff, seen_at, typing from tt_presence where ticket = ? and seen_at >= now() - interval '1 minute'",
            "select staff, saved_at, content from tt_draft where ticket = ? order by staff",
            "select from_ticket, linked_at, kind from tt_link where to_ticket = ? union select to_ticket, linked_at, kind from"
                    + " tt_link where from_ticket = ? order by linked_at desc limit 50");

    private static final String MESSAGES =
            "select note, message, version, kind, written_at, author_kind, author, author_name,"
                    + " sender, channel, content, exists (select 1 from tt_attachment a where a.ticket = m.ticket and a.note = m.note"
                    + " and a.message = m.message) from tt_message m where ticket = ? order by version, note, message";

    private final DataSource source;

    PlainPage(DataSource source) {
        this.source = source;
    }

    record Head(List<@Nullable Object> fields, int messages) {}

    record Delivery(int message, int state, @Nullable String reason) {}

    record Event(long version, OffsetDateTime at, String actorKind, String actor, String type, String content) {}

    record Message(
            boolean note,
            int number,
            long version,
            String kind,
            OffsetDateTime at,
            String author,
            String authorName,
            @Nullable String sender,
            String channel,
            String text,
            boolean attachments) {}

    record Around(
            @Nullable Object one,
            @Nullable Object two,
            @Nullable Object three) {}

    record Page(
            Head head,
            List<Delivery> deliveries,
            List<Event> history,
            List<Message> messages,
            List<List<Around>> around) {}

    void show(long ticket) throws SQLException {
        String me = Hosting.JOHN.value();
        Jdbc.inTransaction(source, connection -> {
            PlainRights rights = PlainRights.of(connection, me);
            Head head = Jdbc.list(connection, TICKET + rights.visible(), PlainPage::head, ticket, me)
                    .get(0);
            Jdbc.change(connection, READ, ticket, me, head.messages());
            new Page(
                    head,
                    Jdbc.list(
                            connection,
                            DELIVERIES,
                            row -> new Delivery(row.getInt(1), row.getInt(2), row.getString(3)),
                            ticket),
                    Jdbc.list(connection, HISTORY, PlainPage::event, ticket),
                    Jdbc.list(connection, MESSAGES, PlainPage::message, ticket),
                    around(connection, ticket));
        });
    }

    private static List<List<Around>> around(Connection connection, long ticket) throws SQLException {
        List<List<Around>> all = new ArrayList<>();
        for (String sql : AROUND) {
            Object[] ids = Collections.nCopies(
                            (int) sql.chars().filter(c -> c == '?').count(), ticket)
                    .toArray();
            all.add(Jdbc.list(
                    connection, sql, row -> new Around(row.getObject(1), row.getObject(2), row.getObject(3)), ids));
        }
        return all;
    }

    private static Head head(java.sql.ResultSet row) throws SQLException {
        List<@Nullable Object> fields = new java.util.ArrayList<>();
        for (int column = 1; column <= 24; column++) {
            fields.add(row.getObject(column));
        }
        return new Head(fields, row.getInt(22) + row.getInt(23));
    }

    private static Event event(java.sql.ResultSet row) throws SQLException {
        return new Event(
                row.getLong(1),
                row.getObject(2, OffsetDateTime.class),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6));
    }

    private static Message message(java.sql.ResultSet row) throws SQLException {
        return new Message(
                row.getBoolean(1),
                row.getInt(2),
                row.getLong(3),
                row.getString(4),
                row.getObject(5, OffsetDateTime.class),
                row.getString(6) + row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12));
    }
}
