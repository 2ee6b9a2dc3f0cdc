// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.statistics.StatisticsQuery;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Figures of a range by hand: what happened, a row each, put into groups by the database whenever somebody asks. */
final class PlainFigures {
    private static final String COUNTS = """
            count(*) filter (where kind = 'o'), count(*) filter (where kind = 'c'), count(*) filter (where kind = 'f'),
             sum(took) filter (where kind = 'f'), sum(working) filter (where kind = 'f'), sum(took) filter (where kind = 'c'),
             sum(working) filter (where kind = 'c'), count(*) filter (where kind = 'r'), sum(stars)
             from plain_fact where at >= ? and at < ? and (reseller is null or reseller <> all (?))\s""";

    private static final String GROUPS =
            "select coalesce(technician, channel, category, cast(queue as text), reseller, ''), "
                    + "grouping(technician, channel, category, queue, reseller), " + COUNTS
                    + "group by grouping sets ((), (technician), (channel), (category), (queue), (reseller))";

    private static final String STEPS = "select date_trunc(?, to_timestamp(at) at time zone ?) as step, 0, " + COUNTS
            + "group by step order by step";

    private static final String PERCENTILES =
            "select percentile_disc(array[0.5, 0.75, 0.9, 0.95]) within group (order by took),"
                    + " percentile_disc(array[0.5, 0.75, 0.9, 0.95]) within group (order by working)"
                    + " from plain_fact where at >= ? and at < ? and (reseller is null or reseller <> all (?)) and kind = ?::\"char\"";

    private static final String CHARGES = "select reseller, currency, sum(amount) from tt_reseller_charge"
            + " where happened_at >= to_timestamp(?) and happened_at < to_timestamp(?) group by reseller, currency";

    private final DataSource source;

    PlainFigures(DataSource source) {
        this.source = source;
    }

    /** @param group what this one is told by; a bit for what it is not, from the left: technician, channel, category, queue, reseller */
    record Line(
            @Nullable String name,
            int group,
            long opened,
            long closed,
            long answers,
            long firstAnswer,
            long firstAnswerWorking,
            long resolution,
            long resolutionWorking,
            long ratings,
            long stars) {}

    /**
     * @param percentiles by kind and whether in working time, such as {@code c2}
     * @param charges by reseller and currency, such as {@code reseller7 EUR}
     */
    record Found(List<Line> groups, List<Line> steps, Map<String, List<Long>> percentiles, Map<String, Long> charges) {
        Line all() {
            return groups.stream()
                    .filter(line -> line.group() == 0b11111)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** @param hidden the resellers whose customers' tickets do not count; they are charged all the same */
    Found of(StatisticsQuery query, List<String> hidden) throws SQLException {
        String[] without = hidden.toArray(String[]::new);
        long from = query.begin().getEpochSecond();
        long until = query.end().getEpochSecond();
        try (Connection connection = source.getConnection()) {
            List<Line> groups = Jdbc.list(connection, GROUPS, PlainFigures::line, from, until, without);
            List<Line> steps = Jdbc.list(
                    connection,
                    STEPS,
                    PlainFigures::line,
                    query.step().name().toLowerCase(Locale.ROOT),
                    query.zone().getId(),
                    from,
                    until,
                    without);
            Map<String, List<Long>> percentiles = new HashMap<>();
            for (String kind : List.of("f", "c")) {
                List<List<Long>> found = Jdbc.list(
                                connection, PERCENTILES, PlainFigures::percentiles, from, until, without, kind)
                        .get(0);
                percentiles.put(kind + 1, found.get(0));
                percentiles.put(kind + 2, found.get(1));
            }
            Map<String, Long> charges = new HashMap<>();
            Jdbc.list(
                    connection,
                    CHARGES,
                    row -> charges.put(row.getString(1) + " " + row.getString(2), row.getLong(3)),
                    from,
                    until);
            return new Found(groups, steps, percentiles, charges);
        }
    }

    private static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getString(1),
                row.getInt(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                row.getLong(11));
    }

    private static List<List<Long>> percentiles(ResultSet row) throws SQLException {
        List<List<Long>> both = new ArrayList<>();
        for (int column = 1; column <= 2; column++) {
            both.add(List.of((Long[]) row.getArray(column).getArray()));
        }
        return both;
    }
}
