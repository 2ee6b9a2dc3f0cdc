// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.settings.ResellerSupport;
import dev.troubletickets.statistics.Percentiles;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
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
import java.util.stream.IntStream;

/** The figures of a year, in steps of days, weeks and months, by clocks that agree with UTC on whole hours and by such that do not. */
final class YearFigures {
    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    /** Percentiles are within 2.5 % and a second. */
    private static final double ERROR = 0.025;

    private static final List<String> ZONES = List.of("UTC", "Asia/Kolkata", "America/New_York");
    private static final String FARTHEST = "Asia/Kolkata";
    private static final int BY_TECHNICIAN = 0b01111;
    private static final int BY_RESELLER = 0b11110;

    private final Site site;
    private final PlainFigures plain;
    private Sight sight = sights().get(0);

    YearFigures(Site site) {
        this.site = site;
        this.plain = new PlainFigures(site.plain());
    }

    /** Which resellers' customers' tickets are not the provider's affair. */
    record Sight(String name, List<String> hidden) {
        private static Sight without(String name, int resellers) {
            return new Sight(
                    name,
                    IntStream.range(0, resellers).mapToObj(i -> "reseller" + i).toList());
        }
    }

    static List<Sight> sights() {
        return List.of(
                Sight.without("", 0),
                Sight.without(", one reseller of twenty out of sight", 1),
                Sight.without(", ten resellers of twenty out of sight", 10));
    }

    /** From here on the provider sees that. */
    void see(Sight wanted) {
        sight = wanted;
        ResellerSupport offer = ResellerSupport.offered();
        for (String hidden : wanted.hidden()) {
            offer = offer.offering(ResellerId.of(hidden), false);
        }
        ResellerSupport saved = offer;
        var resellers = site.center().administration(Hosting.ANNA).resellers();
        resellers.save(resellers.support().with(before -> saved));
    }

    /** By what is seen now; all steps where all is. */
    List<Contest> contests() {
        List<StatisticsQuery.Step> steps = sight.hidden().isEmpty()
                ? List.of(StatisticsQuery.Step.DAY, StatisticsQuery.Step.WEEK, StatisticsQuery.Step.MONTH)
                : List.of(StatisticsQuery.Step.DAY);
        List<Contest> contests = new ArrayList<>();
        for (String zone : ZONES) {
            for (StatisticsQuery.Step step : steps) {
                contests.add(contest(step, zone));
            }
        }
        return contests;
    }

    /** Those that take longest, and where something is out of sight those of one zone, for a turn by hand takes seconds. */
    List<Contest> besideHand() {
        return ZONES.stream()
                .filter(zone -> sight.hidden().isEmpty() || zone.equals(FARTHEST))
                .map(zone -> contest(StatisticsQuery.Step.DAY, zone))
                .toList();
    }

    private Contest contest(StatisticsQuery.Step step, String zone) {
        StatisticsQuery query = new StatisticsQuery(FIRST, LAST, ZoneId.of(zone), step);
        return new Contest(
                "by " + step.name().toLowerCase(Locale.ROOT) + "s, " + zone + sight.name(),
                turn -> ask(query),
                turn -> plain.of(query, sight.hidden()));
    }

    private Statistics ask(StatisticsQuery query) {
        return site.center().staff(Hosting.ANNA).statistics().of(query);
    }

    /** @throws IllegalStateException if the two ways do not find the same */
    void requireSame() throws SQLException {
        for (String zone : ZONES) {
            StatisticsQuery query = new StatisticsQuery(FIRST, LAST, ZoneId.of(zone), StatisticsQuery.Step.DAY);
            requireSame(ask(query), plain.of(query, sight.hidden()));
        }
    }

    private static void requireSame(Statistics library, PlainFigures.Found found) {
        require("all", all(library), all(found));
        Map<String, Long> technicians = new TreeMap<>();
        library.technicians()
                .forEach(each ->
                        technicians.put(each.of().value(), each.figures().closed()));
        require("technicians", technicians, closed(found, BY_TECHNICIAN));
        Map<String, Long> resellers = new TreeMap<>();
        Map<String, Long> charged = new TreeMap<>();
        for (ResellerShare each : library.resellers()) {
            if (each.figures().closed() > 0) {
                resellers.put(each.of().value(), each.figures().closed());
            }
            each.billed()
                    .orElseThrow()
                    .charges()
                    .forEach(money -> charged.put(each.of().value() + " " + money.currency(), money.units()));
        }
        require("resellers", resellers, closed(found, BY_RESELLER));
        require("charges", charged, found.charges());
        require(
                "opened by days",
                values(library, Series.Name.OPENED),
                found.steps().stream().map(line -> (double) line.opened()).toList());
        near(library.firstAnswer(), Objects.requireNonNull(found.percentiles().get("f1")));
        near(
                library.resolutionWorking(),
                Objects.requireNonNull(found.percentiles().get("c2")));
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
