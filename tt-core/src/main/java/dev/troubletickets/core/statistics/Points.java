// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.spi.storage.StatisticsStore.Within;
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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Figures step by step: whole days of UTC as they are kept, and what steps have besides by quarters of an hour. */
final class Points {
    private final StatisticsQuery query;
    private final List<Instant> bounds;

    Points(StatisticsQuery query) {
        this.query = query;
        this.bounds = bounds(query);
    }

    List<Series> series(StatisticsStore store, Within within) {
        List<List<Span>> steps = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            steps.add(Slots.days(bounds.get(i), bounds.get(i + 1)));
        }
        Map<Grain, NavigableMap<Long, Counts>> kept = new EnumMap<>(Grain.class);
        for (Grain grain : List.of(Grain.QUARTER, Grain.DAY)) {
            List<Span> spans = joined(steps.stream()
                    .flatMap(List::stream)
                    .filter(span -> span.grain() == grain)
                    .toList());
            kept.put(grain, spans.isEmpty() ? new TreeMap<>() : new TreeMap<>(store.bySlot(spans, within)));
        }
        List<Counts> counts = steps.stream().map(step -> sum(step, kept)).toList();
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

    private static Counts sum(List<Span> step, Map<Grain, NavigableMap<Long, Counts>> kept) {
        Counts sum = Counts.NONE;
        for (Span span : step) {
            for (Counts each : kept.getOrDefault(span.grain(), new TreeMap<>())
                    .subMap(span.from(), true, span.until(), false)
                    .values()) {
                sum = sum.plus(each);
            }
        }
        return sum;
    }

    /** Neighbours as one. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> sorted = new ArrayList<>(spans);
        sorted.sort(Comparator.comparingLong(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : sorted) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.until() == span.from()) {
                joined.set(joined.size() - 1, new Span(span.grain(), last.from(), span.until()));
            } else {
                joined.add(span);
            }
        }
        return joined;
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
