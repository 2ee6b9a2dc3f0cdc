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
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Numbers stand in a column each; grains and dimensions by their places, which stay as they are. */
public final class SqlStatisticsStore implements StatisticsStore {
    private static final String COUNTS = columns("%s");
    private static final String SUMS = columns("sum(s.%s)");
    private static final String EACH = dimensions(EnumSet.allOf(Dimension.class));
    private static final String BY_QUEUE = dimensions(EnumSet.complementOf(EnumSet.of(Dimension.TOGETHER)));
    private static final String ALL = dimensions(EnumSet.of(Dimension.ALL));
    private static final String TOGETHER = dimensions(EnumSet.of(Dimension.TOGETHER));
    /** In place of a queue. */
    private static final long NO_QUEUE = 0;

    private static final int MOST_RANGES = 4;

    private final Session session;

    public SqlStatisticsStore(Session session) {
        this.session = session;
    }

    @Override
    public List<Row> at(Grain grain, long slot, Set<Whose> whose) {
        Spans time = new Spans(grain, List.of(new Span(slot, slot + 1)));
        return new Where(EACH, time, new Of(Optional.empty(), whose))
                .list("select s.dimension, s.whose, s.queue, s.name, s.spread, " + COUNTS, "", row -> {
                    Dimension dimension = Dimension.of(row.integer());
                    Whose of = new Whose(row.text());
                    long queue = row.number();
                    Key key = new Key(
                            grain, dimension, of, slot, queue == NO_QUEUE ? null : QueueId.of(queue), row.text());
                    String spread = row.text();
                    return new Row(key, counts(row), spread);
                });
    }

    @Override
    public void put(List<Row> rows) {
        String upsert = session.dialect()
                .upsert(
                        "statistic",
                        "grain, dimension, whose, slot, queue, name",
                        "spread, " + COUNTS,
                        Codes.marks(7 + Count.values().length));
        for (Row row : rows) {
            Key key = row.key();
            QueueId queue = key.queue();
            List<Object> values = new ArrayList<>(List.of(
                    key.grain().rank(),
                    key.dimension().rank(),
                    key.whose().code(),
                    key.slot(),
                    queue == null ? NO_QUEUE : queue.value(),
                    key.name(),
                    row.spread()));
            for (Count count : Count.values()) {
                values.add(row.counts().get(count));
            }
            session.later(upsert, values.toArray());
        }
    }

    @Override
    public List<Sum> sums(Spans spans, Of of) {
        return new Where(BY_QUEUE, spans, of)
                .list(
                        "select s.dimension, s.name, s.queue, " + SUMS,
                        " group by s.dimension, s.name, s.queue",
                        row -> new Sum(Dimension.of(row.integer()), row.text(), QueueId.of(row.number()), counts(row)));
    }

    @Override
    public Map<Whose, Counts> byWhose(Spans spans, Of of) {
        Map<Whose, Counts> found = new HashMap<>();
        new Where(ALL, spans, of)
                .list(
                        "select s.whose, " + SUMS,
                        " group by s.whose",
                        row -> found.put(new Whose(row.text()), counts(row)));
        return found;
    }

    @Override
    public Map<Long, Counts> bySlot(Spans spans, Of of) {
        Map<Long, Counts> found = new HashMap<>();
        new Where(of.queues().isPresent() ? ALL : TOGETHER, spans, of)
                .list("select s.slot, " + SUMS, " group by s.slot", row -> found.put(row.number(), counts(row)));
        return found;
    }

    @Override
    public List<String> spreads(Spans spans, Of of) {
        return new Where(ALL, spans, of).list("select s.spread", " and s.spread <> ''", SqlStatisticsStore::text);
    }

    @Override
    public Set<Whose> whose() {
        return Set.copyOf(session.list(
                "select distinct s.whose from {statistic} s where s.grain = ? and " + ALL,
                row -> new Whose(row.text()),
                Grain.MONTH.rank()));
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
        String queues = queues(queue, within.queues(), values);
        if (within.side() instanceof Side.Without others) {
            return others.resellers().isEmpty()
                    ? queues
                    : queues + " and " + in(reseller, "not in", names(others.resellers(), false), values);
        }
        return within.side() instanceof Side.With some
                ? queues + " and " + in(reseller, "in", names(some.resellers(), true), values)
                : queues + " and " + in(reseller, "in", names(((Side.Only) within.side()).resellers(), false), values);
    }

    private static String queues(String column, Optional<Set<QueueId>> queues, List<Object> values) {
        return queues.map(some -> " and "
                        + in(column, "in", some.stream().map(QueueId::value).toList(), values))
                .orElse("");
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

    /** So that each is a range of the primary key. */
    private static String dimensions(Set<Dimension> some) {
        return some.stream()
                .map(dimension -> Integer.toString(dimension.rank()))
                .collect(Collectors.joining(", ", "s.dimension in (", ")"));
    }

    private static String columns(String form) {
        return Arrays.stream(Count.values())
                .map(count -> form.formatted(count.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    /** Rows by ranges of the primary key. */
    private final class Where {
        private final String sql;
        private final List<Object> values = new ArrayList<>();

        Where(String dimension, Spans spans, Of of) {
            values.add(spans.grain().rank());
            String whose =
                    in("s.whose", "in", of.whose().stream().map(Whose::code).toList(), values);
            String times = times(spans.spans());
            sql = " from {statistic} s where s.grain = ? and " + dimension + " and " + whose + " and (" + times + ")"
                    + queues("s.queue", of.queues(), values);
        }

        /** To plan a statement with hundreds of ranges takes longer than to read them; times one by one are planned at once. */
        private String times(List<Span> spans) {
            if (spans.size() > MOST_RANGES) {
                // as literals, of which H2 makes a set; it would compare each row with each parameter
                return spans.stream()
                        .flatMapToLong(span -> LongStream.range(span.from(), span.until()))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(", ", "s.slot in (", ")"));
            }
            return spans.stream()
                    .map(span -> {
                        values.add(span.from());
                        values.add(span.until());
                        return "(s.slot >= ? and s.slot < ?)";
                    })
                    .collect(Collectors.joining(" or "));
        }

        <T> List<T> list(String select, String end, Reader<T> reader) {
            return session.list(select + sql + end, reader, values.toArray());
        }
    }
}
