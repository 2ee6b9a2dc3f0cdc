// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.FeedStore;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places of lines stand in the table history, where nobody but the holder of a row of the table mutex writes them. */
public final class SqlFeedStore implements FeedStore {
    private static final String LINES = "select h.ticket, h.version, h.entry, h.entered_at from {history} h";
    private static final Comparator<Line> IN_TICKET =
            Comparator.comparingLong(Line::version).thenComparingInt(Line::index);

    private final Session session;

    public SqlFeedStore(Session session) {
        this.session = session;
    }

    @Override
    public void lock() {
        session.lock("select name from {mutex} where name = 'feed'");
    }

    @Override
    public boolean hasUnplaced() {
        return session.first("select h.ticket from {history} h where h.feed_place is null limit 1", Row::number)
                .isPresent();
    }

    /** A later line of a ticket is committed after an earlier one, so where the statement saw all that there was, nothing is missing. */
    @Override
    public List<Line> unplaced(int limit) {
        String order = session.dialect().sortsByWholeIndex() ? "h.feed_place, " : "";
        List<Line> oldest = session.list(
                LINES + " where h.feed_place is null order by " + order
                        + "h.entered_at, h.ticket, h.version, h.entry limit " + limit,
                SqlFeedStore::line);
        return oldest.size() < limit ? oldest : withEarlier(oldest);
    }

    /** By the clock of another node, an earlier line may be later. */
    private List<Line> withEarlier(List<Line> oldest) {
        Map<TicketId, Line> newest = new HashMap<>();
        oldest.forEach(line ->
                newest.merge(line.ticket(), line, (one, other) -> IN_TICKET.compare(one, other) < 0 ? other : one));
        return session
                .list(
                        LINES + " where h.feed_place is null and h.ticket in (" + Codes.marks(newest.size()) + ")",
                        SqlFeedStore::line,
                        newest.keySet().stream().map(TicketId::value).toArray())
                .stream()
                .filter(line -> IN_TICKET.compare(line, newest.getOrDefault(line.ticket(), line)) <= 0)
                .toList();
    }

    @Override
    public void place(List<Line> lines, long first) {
        long next = first;
        for (Line line : lines) {
            session.later(
                    "update {history} set feed_place = ? where ticket = ? and version = ? and entry = ?",
                    next++,
                    line.ticket().value(),
                    line.version(),
                    line.index());
        }
    }

    @Override
    public long last() {
        return session.first(
                        "select h.feed_place from {history} h where h.feed_place is not null"
                                + " order by h.feed_place desc limit 1",
                        Row::number)
                .orElse(0L);
    }

    @Override
    public List<Placed> after(long place, int limit) {
        return session.list(
                "select h.feed_place, " + HistoryRow.COLUMNS
                        + " from {history} h where h.feed_place > ? order by h.feed_place limit " + limit,
                row -> new Placed(row.number(), HistoryRow.read(row)),
                place);
    }

    @Override
    public long position(String consumer) {
        return session.first("select place from {feed_consumer} where name = ?", Row::number, consumer)
                .orElse(0L);
    }

    @Override
    public void advance(String consumer, long place) {
        session.later(session.dialect().raise("feed_consumer", "name", "place", "varchar, bigint"), consumer, place);
    }

    @Override
    public void rewind(String consumer, long place) {
        session.later(session.dialect().upsert("feed_consumer", "name", "place", "?, ?"), consumer, place);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(TicketId.of(row.number()), row.number(), row.integer(), row.instant());
    }
}
