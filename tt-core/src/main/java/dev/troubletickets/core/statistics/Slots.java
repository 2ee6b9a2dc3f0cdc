// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Times by number: quarters of an hour, days and months of UTC. */
final class Slots {
    static final long QUARTER_SECONDS = 900;
    private static final long QUARTERS_A_DAY = 96;
    private static final long DAY_SECONDS = QUARTERS_A_DAY * QUARTER_SECONDS;
    private static final int MONTHS = 12;

    private Slots() {}

    static long of(Grain grain, Instant at) {
        return switch (grain) {
            case QUARTER -> Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS);
            case DAY -> Math.floorDiv(at.getEpochSecond(), DAY_SECONDS);
            case MONTH -> month(Math.floorDiv(at.getEpochSecond(), DAY_SECONDS));
        };
    }

    /** The whole days between, and the quarters before and after them. */
    static List<Span> days(Instant begin, Instant end) {
        long from = of(Grain.QUARTER, begin);
        long until = of(Grain.QUARTER, end);
        long firstDay = -Math.floorDiv(-from, QUARTERS_A_DAY);
        long lastDay = Math.floorDiv(until, QUARTERS_A_DAY);
        if (firstDay >= lastDay) {
            return List.of(new Span(Grain.QUARTER, from, until));
        }
        return Stream.of(
                        new Span(Grain.QUARTER, from, firstDay * QUARTERS_A_DAY),
                        new Span(Grain.DAY, firstDay, lastDay),
                        new Span(Grain.QUARTER, lastDay * QUARTERS_A_DAY, until))
                .filter(span -> !span.isEmpty())
                .toList();
    }

    /** The same with whole months in place of their days. */
    static List<Span> months(Instant begin, Instant end) {
        return days(begin, end).stream().flatMap(Slots::months).toList();
    }

    private static Stream<Span> months(Span span) {
        if (span.grain() != Grain.DAY) {
            return Stream.of(span);
        }
        long last = month(span.until());
        long first = firstDay(month(span.from())) == span.from() ? month(span.from()) : month(span.from()) + 1;
        if (first >= last) {
            return Stream.of(span);
        }
        return Stream.of(
                        new Span(Grain.DAY, span.from(), firstDay(first)),
                        new Span(Grain.MONTH, first, last),
                        new Span(Grain.DAY, firstDay(last), span.until()))
                .filter(each -> !each.isEmpty());
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
