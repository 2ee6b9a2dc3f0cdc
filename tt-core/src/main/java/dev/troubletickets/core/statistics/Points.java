// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.statistics.Slots.Part;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.statistics.Series;
import dev.troubletickets.statistics.Series.Point;
import dev.troubletickets.statistics.StatisticsQuery;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.OptionalDouble;

/** Figures step by step: of whole days of UTC, and at the edges of steps of six hours, hours and quarters of them. */
final class Points {
    private static final List<Grain> GRAINS = List.of(Grain.DAY, Grain.SIX_HOURS, Grain.HOUR, Grain.QUARTER);

    private final StatisticsQuery query;
    private final List<Instant> bounds;

    Points(StatisticsQuery query) {
        this.query = query;
        this.bounds = bounds(query);
    }

    List<Series> series(Kept kept) {
        List<List<Part>> steps = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            steps.add(Slots.parts(bounds.get(i), bounds.get(i + 1), GRAINS));
        }
        List<Part> all = steps.stream().flatMap(List::stream).toList();
        Map<Grain, NavigableMap<Long, Counts>> found = new EnumMap<>(Grain.class);
        GRAINS.forEach(grain -> found.put(grain, kept.bySlot(grain, all)));
        List<Counts> counts = steps.stream().map(step -> sum(step, found)).toList();
        return Arrays.stream(Series.Name.values())
                .map(name -> new Series(name, points(name, counts)))
                .toList();
    }

    private List<Point> points(Series.Name name, List<Counts> counts) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            Instant begin = bounds.get(i);
            points.add(new Point(begin, LocalDateTime.ofInstant(begin, query.zone()), value(name, counts.get(i))));
        }
        return points;
    }

    private static OptionalDouble value(Series.Name name, Counts counts) {
        return switch (name) {
            case OPENED -> OptionalDouble.of((double) counts.get(Count.OPENED));
            case CLOSED -> OptionalDouble.of((double) counts.get(Count.CLOSED));
            case REOPENED -> OptionalDouble.of((double) counts.get(Count.REOPENED));
            case ANSWERS -> OptionalDouble.of((double) counts.get(Count.ANSWERS));
            case FIRST_ANSWER -> average(counts, Count.FIRST_ANSWER, Count.FIRST_ANSWERS);
            case FIRST_ANSWER_WORKING -> average(counts, Count.FIRST_ANSWER_WORKING, Count.FIRST_ANSWERS);
            case RESOLUTION -> average(counts, Count.RESOLUTION, Count.CLOSED);
            case RESOLUTION_WORKING -> average(counts, Count.RESOLUTION_WORKING, Count.CLOSED);
            case RATING -> average(counts, Count.STARS, Count.RATINGS);
        };
    }

    static OptionalDouble average(Counts counts, Count sum, Count number) {
        return counts.get(number) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) counts.get(sum) / counts.get(number));
    }

    private static Counts sum(List<Part> step, Map<Grain, NavigableMap<Long, Counts>> found) {
        Map<Count, Long> sum = new EnumMap<>(Count.class);
        for (Part part : step) {
            Span span = part.span();
            Objects.requireNonNull(found.get(part.grain()))
                    .subMap(span.from(), true, span.until(), false)
                    .values()
                    .forEach(each -> each.numbers()
                            .forEach((count, number) -> sum.merge(count, part.sign() * number, Long::sum)));
        }
        return new Counts(sum);
    }

    /** Where steps begin, and the end of the last. */
    private static List<Instant> bounds(StatisticsQuery query) {
        List<Instant> bounds = new ArrayList<>();
        for (LocalDate day = query.from(); !day.isAfter(query.to()); day = next(query, day)) {
            Instant begin = day.atStartOfDay(query.zone()).toInstant();
            bounds.add(begin);
            if (query.step() == StatisticsQuery.Step.HOUR) {
                Instant end = day.plusDays(1).atStartOfDay(query.zone()).toInstant();
                for (Instant hour = begin.plus(Duration.ofHours(1));
                        hour.isBefore(end);
                        hour = hour.plusSeconds(3600)) {
                    bounds.add(hour);
                }
            }
        }
        bounds.add(query.end());
        return bounds;
    }

    private static LocalDate next(StatisticsQuery query, LocalDate day) {
        return switch (query.step()) {
            case HOUR, DAY -> day.plusDays(1);
            case WEEK -> day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> day.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }
}
