// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.statistics.Percentiles;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The figures of a year, in steps of days, weeks and months, by clocks that agree with UTC on whole hours and by such that do not. */
final class YearFigures {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    /** Percentiles are within 2.5 % and a second. */
    private static final double ERROR = 0.025;

    private static final int BY_TECHNICIAN = 0b01111;
    private static final int BY_RESELLER = 0b11110;

    private final Site site;
    private final PlainFigures plain;

    YearFigures(Site site) {
        this.site = site;
        this.plain = new PlainFigures(site.plain());
    }

    /** Makes what happened to as many tickets as the site has, and what the library keeps of it. */
    void load() throws SQLException, IOException {
        try (InputStream sql = Objects.requireNonNull(YearFigures.class.getResourceAsStream("statistics.sql"))) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*\n", "");
            site.execute(
                    "set work_mem = '256MB';" + text.replace("?", Integer.toString(site.size())) + "; reset work_mem");
        }
        // as the server's own clean-up would have, which is off
        site.execute("vacuum tt_statistic, tt_reseller_charge, plain_fact");
    }

    List<Contest> contests() {
        List<Contest> contests = new ArrayList<>();
        for (String zone : List.of("UTC", "Asia/Kolkata", "America/New_York")) {
            for (StatisticsQuery.Step step :
                    List.of(StatisticsQuery.Step.DAY, StatisticsQuery.Step.WEEK, StatisticsQuery.Step.MONTH)) {
                StatisticsQuery query = new StatisticsQuery(FIRST, LAST, ZoneId.of(zone), step);
                contests.add(new Contest(
                        "by " + step.name().toLowerCase(Locale.ROOT) + "s, " + zone,
                        turn -> ask(query),
                        turn -> plain.of(query)));
            }
        }
        return contests;
    }

    private Statistics ask(StatisticsQuery query) {
        return site.center().staff(Hosting.ANNA).statistics().of(query);
    }

    /** @throws IllegalStateException if the two ways do not find the same */
    void requireSame() throws SQLException {
        for (String zone : List.of("UTC", "Asia/Kolkata", "America/New_York")) {
            StatisticsQuery query = new StatisticsQuery(FIRST, LAST, ZoneId.of(zone), StatisticsQuery.Step.DAY);
            Statistics library = ask(query);
            PlainFigures.Found found = plain.of(query);
            require("all", all(library), all(found));
            Map<String, Long> technicians = new TreeMap<>();
            library.technicians()
                    .forEach(each ->
                            technicians.put(each.of().value(), each.figures().closed()));
            require("technicians", technicians, closed(found, BY_TECHNICIAN));
            Map<String, Long> resellers = new TreeMap<>();
            library.resellers()
                    .forEach(each ->
                            resellers.put(each.of().value(), each.figures().closed()));
            require("resellers", resellers, closed(found, BY_RESELLER));
            Map<String, Long> charged = new TreeMap<>();
            library.resellers()
                    .forEach(each -> charged.put(
                            each.of().value(),
                            each.billed().orElseThrow().charges().get(0).units()));
            require("charges", charged, found.charges());
            require(
                    "opened by days",
                    values(library, Series.Name.OPENED),
                    found.steps().stream().map(line -> (double) line.opened()).toList());
            near(
                    library.firstAnswer(),
                    Objects.requireNonNull(found.percentiles().get("f1")));
            near(
                    library.resolutionWorking(),
                    Objects.requireNonNull(found.percentiles().get("c2")));
        }
    }

    private static List<Long> all(Statistics library) {
        return List.of(
                library.basic().opened(),
                library.basic().closed(),
                library.basic().answers(),
                library.basic().ratings(),
                seconds(library.basic().resolution().average()));
    }

    private static List<Long> all(PlainFigures.Found found) {
        PlainFigures.Line all = found.all();
        return List.of(
                all.opened(),
                all.closed(),
                all.answers(),
                all.ratings(),
                Math.round((double) all.resolution() / all.closed()));
    }

    private static Map<String, Long> closed(PlainFigures.Found found, int group) {
        Map<String, Long> closed = new TreeMap<>();
        found.groups().stream()
                .filter(line -> line.group() == group
                        && line.name() != null
                        && !line.name().isEmpty())
                .forEach(line -> closed.put(line.name(), line.closed()));
        return closed;
    }

    private static List<Double> values(Statistics library, Series.Name name) {
        return library.series().stream()
                .filter(series -> series.name() == name)
                .flatMap(series -> series.points().stream())
                .map(point -> point.value().orElse(0))
                .toList();
    }

    private static void near(Percentiles library, List<Long> plain) {
        List<Optional<Duration>> all = List.of(library.half(), library.threeQuarters(), library.p90(), library.p95());
        for (int i = 0; i < all.size(); i++) {
            if (Math.abs(seconds(all.get(i)) - plain.get(i)) > plain.get(i) * ERROR + 1) {
                throw new IllegalStateException("percentiles are " + all + ", by hand " + plain);
            }
        }
    }

    private static long seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).orElse(0L);
    }

    private static void require(String what, Object library, Object plain) {
        if (!library.equals(plain)) {
            throw new IllegalStateException(what + ": the library finds " + library + ", by hand it is " + plain);
        }
    }
}
