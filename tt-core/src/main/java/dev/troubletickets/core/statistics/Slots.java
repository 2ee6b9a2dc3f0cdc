// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Times by number: quarters of an hour, hours, six hours, days and months of UTC. A stretch of time is the coarsest of them, and at its edges
 * finer ones that are added or, where that is shorter, taken away.
 */
final class Slots {
    private static final long QUARTER_SECONDS = 900;
    private static final long QUARTERS_AN_HOUR = 4;
    private static final long QUARTERS_IN_SIX_HOURS = 24;
    private static final long QUARTERS_A_DAY = 96;
    private static final int MONTHS = 12;

    private Slots() {}

    /** Times of one grain, to be added (1) or taken away (-1). */
    record Part(int sign, Grain grain, Span span) {
        private Part times(int by) {
            return new Part(sign * by, grain, span);
        }
    }

    static long of(Grain grain, Instant at) {
        return of(grain, Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS));
    }

    /** @param grains to use, from the coarsest to quarters */
    static List<Part> parts(Instant begin, Instant end, List<Grain> grains) {
        return parts(of(Grain.QUARTER, begin), of(Grain.QUARTER, end), grains);
    }

    private static List<Part> parts(long from, long until, List<Grain> grains) {
        if (from >= until) {
            return List.of();
        }
        Grain grain = grains.get(0);
        if (grain == Grain.QUARTER) {
            return List.of(new Part(1, grain, new Span(from, until)));
        }
        List<Grain> finer = grains.subList(1, grains.size());
        long first = nearest(grain, from);
        long last = nearest(grain, until);
        if (first >= last) {
            return parts(from, until, finer);
        }
        List<Part> parts = new ArrayList<>(between(from, begin(grain, first), finer));
        parts.add(new Part(1, grain, new Span(first, last)));
        parts.addAll(between(begin(grain, last), until, finer));
        return parts;
    }

    /** What lies between is taken away if it lies the wrong way round. */
    private static List<Part> between(long from, long until, List<Grain> grains) {
        return from <= until
                ? parts(from, until, grains)
                : parts(until, from, grains).stream()
                        .map(part -> part.times(-1))
                        .toList();
    }

    private static long nearest(Grain grain, long quarter) {
        long slot = of(grain, quarter);
        return quarter - begin(grain, slot) <= begin(grain, slot + 1) - quarter ? slot : slot + 1;
    }

    private static long of(Grain grain, long quarter) {
        return switch (grain) {
            case QUARTER -> quarter;
            case HOUR -> Math.floorDiv(quarter, QUARTERS_AN_HOUR);
            case SIX_HOURS -> Math.floorDiv(quarter, QUARTERS_IN_SIX_HOURS);
            case DAY -> Math.floorDiv(quarter, QUARTERS_A_DAY);
            case MONTH -> month(Math.floorDiv(quarter, QUARTERS_A_DAY));
        };
    }

    /** The first quarter of it. */
    private static long begin(Grain grain, long slot) {
        return switch (grain) {
            case QUARTER -> slot;
            case HOUR -> slot * QUARTERS_AN_HOUR;
            case SIX_HOURS -> slot * QUARTERS_IN_SIX_HOURS;
            case DAY -> slot * QUARTERS_A_DAY;
            case MONTH -> firstDay(slot) * QUARTERS_A_DAY;
        };
    }

    private static long month(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return (long) date.getYear() * MONTHS + date.getMonthValue() - 1;
    }

    private static long firstDay(long month) {
        return LocalDate.of((int) (month / MONTHS), (int) (month % MONTHS) + 1, 1)
                .toEpochDay();
    }
}
