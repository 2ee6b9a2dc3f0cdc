// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The lists by hand: only the columns that are shown, each list in one statement, without a transaction around them. */
final class PlainReads {
    private static final String LIST = """
            select t.id, t.subject, t.requester, t.account, t.queue, t.category, t.status, t.waiting_since, t.priority, t.assignee,
             s.full_name, t.sticky, t.channel, t.created_at, t.modified_at, coalesce(r.messages, 0) < t.public_messages + t.notes
             from tt_ticket t left join tt_read_mark r on r.ticket = t.id and r.staff = ? left join tt_staff s on s.staff = t.assignee
             where\s""";

    private static final String COUNTS = """
            select queue, status, who, snoozed, count(*) from (select t.queue, t.status,
             case when t.assignee = ? then 0 when t.assignee is null then 1 else 2 end as who,
             t.snoozed_until is not null as snoozed from tt_ticket t where t.active and %s) a group by queue, status, who, snoozed""";

    private static final String MINE =
            "select t.id, t.subject, t.account, t.service, t.status, t.last_answer > t.customer_read,"
                    + " t.last_message_at, t.staff_wrote_last from tt_ticket t"
                    + " where t.account = ? and not t.archived order by t.last_message_at desc, t.id desc limit 51";
    private static final String UNREAD =
            "select count(*) from tt_ticket where account = ? and last_answer > customer_read";

    private final DataSource source;
    private final String me = Hosting.JOHN.value();

    PlainReads(DataSource source) {
        this.source = source;
    }

    record Row(
            long id,
            String subject,
            String requester,
            @Nullable String account,
            long queue,
            @Nullable String category,
            int status,
            @Nullable OffsetDateTime waitingSince,
            int priority,
            @Nullable String assignee,
            @Nullable String assigneeName,
            boolean sticky,
            String channel,
            OffsetDateTime created,
            OffsetDateTime modified,
            boolean unread) {}

    record Count(long queue, int status, int who, boolean snoozed, long tickets) {}

    record Dashboard(List<Count> counts, List<List<Row>> sections) {}

    record Own(
            long id,
            String subject,
            String account,
            @Nullable String service,
            int status,
            boolean unread,
            OffsetDateTime lastMessage,
            boolean staffWroteLast) {}

    Dashboard dashboard() throws SQLException {
        try (Connection connection = source.getConnection()) {
            PlainRights rights = PlainRights.of(connection, me);
            List<Count> counts = Jdbc.list(
                    connection,
                    COUNTS.formatted(rights.visible()),
                    row -> new Count(row.getLong(1), row.getInt(2), row.getInt(3), row.getBoolean(4), row.getLong(5)),
                    me,
                    me);
            String active = "t.active and t.snoozed_until is null and ";
            String byChange = " order by t.modified_at desc, t.id desc limit 51";
            List<List<Row>> sections = new ArrayList<>();
            sections.add(list(
                    connection,
                    active + "t.status in (0, 1, 2) and t.assignee = ? order by t.priority desc, t.id desc limit 51",
                    me));
            sections.add(list(
                    connection,
                    active + "t.status in (0, 1) and t.assignee is null and t.queue in (" + rights.inQueues()
                            + ") order by t.created_at desc, t.id desc limit 51"));
            sections.add(list(connection, active + "t.status = 2 and " + rights.visible() + byChange, me));
            sections.add(list(connection, active + "t.status = 3 and " + rights.visible() + byChange, me));
            return new Dashboard(counts, sections);
        }
    }

    /** The heaviest ticket to take first (B8). */
    List<Row> byWeight() throws SQLException {
        try (Connection connection = source.getConnection()) {
            PlainRights rights = PlainRights.of(connection, me);
            return list(
                    connection,
                    "t.active and t.snoozed_until is null and t.status in (0, 1) and t.assignee is null and t.queue in ("
                            + rights.inQueues() + ") order by t.line_rank desc, t.id desc limit 51");
        }
    }

    List<Own> tickets(String account) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Jdbc.number(connection, UNREAD, account);
            return Jdbc.list(connection, MINE, PlainReads::own, account);
        }
    }

    /** @param condition on a ticket t, with one value */
    List<Row> search(String condition, Object value) throws SQLException {
        try (Connection connection = source.getConnection()) {
            PlainRights rights = PlainRights.of(connection, me);
            return list(connection, rights.visible() + " and " + condition + " order by t.id desc limit 51", me, value);
        }
    }

    /** A page and a number of what fits and may be seen. */
    PlainTexts.Found find(String condition, List<Object> values, String order, List<Object> ordered)
            throws SQLException {
        try (Connection connection = source.getConnection()) {
            PlainRights rights = PlainRights.of(connection, me);
            List<Object> all = new ArrayList<>(List.of(me));
            all.addAll(values);
            String where = rights.visible() + " and t.merged_into is null and " + condition;
            String counted = "select count(*) from (select 1 from tt_ticket t where " + where + " limit 1001) c";
            long total = Jdbc.number(connection, counted, all.toArray());
            all.addAll(ordered);
            return new PlainTexts.Found(list(connection, where + order, all.toArray()), total);
        }
    }

    private List<Row> list(Connection connection, String rest, Object... values) throws SQLException {
        Object[] all = new Object[values.length + 1];
        all[0] = me;
        System.arraycopy(values, 0, all, 1, values.length);
        return Jdbc.list(connection, LIST + rest, PlainReads::row, all);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getInt(7),
                row.getObject(8, OffsetDateTime.class),
                row.getInt(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                row.getString(13),
                row.getObject(14, OffsetDateTime.class),
                row.getObject(15, OffsetDateTime.class),
                row.getBoolean(16));
    }

    private static Own own(ResultSet row) throws SQLException {
        return new Own(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5),
                row.getBoolean(6),
                row.getObject(7, OffsetDateTime.class),
                row.getBoolean(8));
    }
}
