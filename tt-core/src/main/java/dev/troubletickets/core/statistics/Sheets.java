// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.statistics.Figures;
import dev.troubletickets.statistics.Figures.Times;
import dev.troubletickets.statistics.Percentiles;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.ResellerShare.Billed;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Share;
import dev.troubletickets.statistics.Statistics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Statistics as the rows of a sheet: figures, then percentiles, what resellers were charged, and the points of series. */
public final class Sheets {
    private static final List<@Nullable Object> HEAD = List.of(
            "of",
            "id",
            "name",
            "opened",
            "closed",
            "reopened",
            "answers",
            "first answers",
            "first answer s",
            "first answer working s",
            "resolution s",
            "resolution working s",
            "ratings",
            "average rating",
            "load",
            "customers");

    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private Sheets() {}

    public static List<List<@Nullable Object>> of(Statistics statistics) {
        Sheets sheet = new Sheets();
        sheet.rows.add(HEAD);
        sheet.figures("all", "", "", statistics.basic());
        statistics
                .technicians()
                .forEach(each -> sheet.figures("technician", each.of().value(), each.name(), each.figures())
                        .add(each.load()));
        sheet.shares("channel", statistics.channels());
        sheet.shares("category", statistics.categories());
        statistics
                .queues()
                .forEach(each -> sheet.figures("queue", Long.toString(each.of().value()), each.name(), each.figures()));
        statistics.resellers().forEach(sheet::reseller);
        sheet.rows.add(Arrays.asList("percentiles s", "", "", "50 %", "75 %", "90 %", "95 %"));
        sheet.percentiles("first answer", statistics.firstAnswer());
        sheet.percentiles("first answer working", statistics.firstAnswerWorking());
        sheet.percentiles("resolution", statistics.resolution());
        sheet.percentiles("resolution working", statistics.resolutionWorking());
        statistics.resellers().forEach(sheet::charges);
        statistics.series().forEach(sheet::series);
        return sheet.rows;
    }

    private <T> void shares(String of, List<Share<T>> shares) {
        shares.forEach(each -> figures(of, each.name(), each.name(), each.figures()));
    }

    private void reseller(ResellerShare share) {
        List<@Nullable Object> row = figures("reseller", share.of().value(), share.name(), share.figures());
        row.add(null);
        OptionalLong customers = share.billed().map(Billed::customers).orElse(OptionalLong.empty());
        row.add(customers.isPresent() ? customers.getAsLong() : null);
    }

    /** A row for each currency. */
    private void charges(ResellerShare share) {
        share.billed()
                .ifPresent(billed -> billed.charges()
                        .forEach(amount -> rows.add(Arrays.asList(
                                "charges",
                                share.of().value(),
                                amount.currency().getCurrencyCode(),
                                amount.toDecimal()))));
    }

    private List<@Nullable Object> figures(String of, String id, String name, Figures figures) {
        List<@Nullable Object> row = new ArrayList<>(
                List.of(of, id, name, figures.opened(), figures.closed(), figures.reopened(), figures.answers()));
        row.add(figures.firstAnswer().count());
        times(figures.firstAnswer(), row);
        times(figures.resolution(), row);
        row.add(figures.ratings());
        row.add(number(figures.averageRating()));
        rows.add(row);
        return row;
    }

    private static void times(Times times, List<@Nullable Object> row) {
        row.add(seconds(times.average()));
        row.add(seconds(times.averageWorking()));
    }

    private void percentiles(String name, Percentiles p) {
        rows.add(Arrays.asList(
                "percentiles s",
                name,
                name,
                seconds(p.half()),
                seconds(p.threeQuarters()),
                seconds(p.p90()),
                seconds(p.p95())));
    }

    private void series(Series series) {
        series.points()
                .forEach(point -> rows.add(Arrays.asList(
                        "series", series.name().name(), point.local().toString(), number(point.value()))));
    }

    private static @Nullable Object seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).orElse(null);
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
