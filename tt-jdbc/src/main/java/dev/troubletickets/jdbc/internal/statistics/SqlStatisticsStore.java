// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.statistics;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row.Reader;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Numbers stand in a column each; grains and dimensions by their places, which stay as they are. */
public final class SqlStatisticsStore implements StatisticsStore {
    private static final String COUNTS = columns("%s");
    private static final String SUMS = columns("sum(s.%s)");
    /** So that each is a range of the primary key. */
    private static final String ALL_DIMENSIONS = Arrays.stream(Dimension.values())
            .map(dimension -> Integer.toString(dimension.rank()))
            .collect(Collectors.joining(", "));

    private final Session session;

    public SqlStatisticsStore(Session session) {
        this.session = session;
    }

    @Override
    public List<Row> at(Grain grain, long slot) {
        return session.list(
                "select s.dimension, s.queue, s.reseller, s.name, s.spread, " + COUNTS
                        + " from {statistic} s where s.grain = ?" + " and s.dimension in (" + ALL_DIMENSIONS
                        + ") and s.slot = ?",
                row -> {
                    Dimension dimension = Dimension.of(row.integer());
                    Key key =
                            new Key(grain, dimension, slot, QueueId.of(row.number()), reseller(row.text()), row.text());
                    String spread = row.text();
                    return new Row(key, counts(row), spread);
                },
                grain.rank(),
                slot);
    }

    @Override
    public void put(List<Row> rows) {
        String upsert = session.dialect()
                .upsert(
                        "statistic",
                        "grain, dimension, slot, queue, reseller, name",
                        "spread, " + COUNTS,
                        Codes.marks(7 + Count.values().length));
        for (Row row : rows) {
            Key key = row.key();
            List<Object> values = new ArrayList<>(List.of(
                    key.grain().rank(),
                    key.dimension().rank(),
                    key.slot(),
                    key.queue().value(),
                    key.reseller() == null ? "" : key.reseller().value(),
                    key.name(),
                    row.spread()));
            for (Count count : Count.values()) {
                values.add(row.counts().get(count));
            }
            session.later(upsert, values.toArray());
        }
    }

    @Override
    public List<Sum> sums(Span span, Within within) {
        Where where = new Where("s.dimension in (" + ALL_DIMENSIONS + ")", List.of(span), within);
        return where.list(
                "select s.dimension, s.name, s.queue, s.reseller, " + SUMS,
                " group by s.dimension, s.name, s.queue, s.reseller",
                row -> new Sum(
                        Dimension.of(row.integer()),
                        row.text(),
                        QueueId.of(row.number()),
                        reseller(row.text()),
                        counts(row)));
    }

    @Override
    public Map<Long, Counts> bySlot(List<Span> spans, Within within) {
        Map<Long, Counts> found = new HashMap<>();
        if (!spans.isEmpty()) {
            new Where("s.dimension = " + Dimension.ALL.rank(), spans, within)
                    .list("select s.slot, " + SUMS, " group by s.slot", row -> found.put(row.number(), counts(row)));
        }
        return found;
    }

    @Override
    public List<String> spreads(Span span, Within within) {
        return new Where("s.dimension = " + Dimension.ALL.rank(), List.of(span), within)
                .list("select s.spread", " and s.spread <> ''", SqlStatisticsStore::text);
    }

    @Override
    public Map<StaffId, Long> load(Within within) {
        Map<StaffId, Long> load = new HashMap<>();
        List<Object> values = new ArrayList<>();
        session.list(
                "select t.assignee, count(*) from {ticket} t where t.active = true and t.assignee is not null"
                        + " and t.status in (" + Status.NEW.rank() + ", " + Status.OPEN.rank()
                        + ") and t.snoozed_until is null" + of("t.queue", "coalesce(t.reseller, '')", within, values)
                        + " group by t.assignee",
                row -> load.put(StaffId.of(row.text()), row.number()),
                values.toArray());
        return load;
    }

    /** Nobody's is the empty text. */
    private static String of(String queue, String reseller, Within within, List<Object> values) {
        String queues = within.queues()
                .map(some -> " and "
                        + in(queue, "in", some.stream().map(QueueId::value).toList(), values))
                .orElse("");
        if (within.side() instanceof Side.Without others) {
            return others.resellers().isEmpty()
                    ? queues
                    : queues + " and " + in(reseller, "not in", names(others.resellers(), false), values);
        }
        return within.side() instanceof Side.With some
                ? queues + " and " + in(reseller, "in", names(some.resellers(), true), values)
                : queues + " and " + in(reseller, "in", names(((Side.Only) within.side()).resellers(), false), values);
    }

    private static List<String> names(Set<ResellerId> resellers, boolean andNobody) {
        List<String> names =
                new ArrayList<>(resellers.stream().map(ResellerId::value).toList());
        if (andNobody) {
            names.add("");
        }
        return names;
    }

    private static String in(String column, String in, List<?> some, List<Object> values) {
        values.addAll(some);
        return some.isEmpty() ? "1 = 0" : column + " " + in + " (" + Codes.marks(some.size()) + ")";
    }

    private static @Nullable ResellerId reseller(String name) {
        return name.isEmpty() ? null : ResellerId.of(name);
    }

    private static Counts counts(dev.troubletickets.jdbc.internal.sql.Row row) throws SQLException {
        Map<Count, Long> numbers = new EnumMap<>(Count.class);
        for (Count count : Count.values()) {
            numbers.put(count, row.number());
        }
        return new Counts(numbers);
    }

    private static String text(dev.troubletickets.jdbc.internal.sql.Row row) throws SQLException {
        return row.text();
    }

    private static String columns(String form) {
        return Arrays.stream(Count.values())
                .map(count -> form.formatted(count.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    /** Rows of spans of one grain. */
    private final class Where {
        private final String sql;
        private final List<Object> values = new ArrayList<>();

        Where(String dimension, List<Span> spans, Within within) {
            values.add(spans.get(0).grain().rank());
            String times = spans.stream()
                    .map(span -> {
                        values.add(span.from());
                        values.add(span.until());
                        return "(s.slot >= ? and s.slot < ?)";
                    })
                    .collect(Collectors.joining(" or "));
            sql = " from {statistic} s where s.grain = ? and " + dimension + " and (" + times + ")"
                    + of("s.queue", "s.reseller", within, values);
        }

        <T> List<T> list(String select, String end, Reader<T> reader) {
            return session.list(select + sql + end, reader, values.toArray());
        }
    }
}
