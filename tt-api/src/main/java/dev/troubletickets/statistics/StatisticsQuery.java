// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import dev.troubletickets.failure.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days of a time zone.
 *
 * @param from the first day, of the years 2000 to 9998
 * @param to the last day, not before the first, at most 3,660 days in all
 * @param zone one that differs from UTC by whole quarters of an hour, as all do that are in use
 * @param step how long a point of a series lasts; at most {@value #MOST_POINTS} points
 */
public record StatisticsQuery(LocalDate from, LocalDate to, ZoneId zone, Step step) {
    public static final int MOST_POINTS = 400;

    private static final int MOST_DAYS = 3660;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;
    private static final int QUARTER = 900;
    private static final int HOURS_UP_TO = 2;
    private static final int DAYS_UP_TO = 62;
    private static final int WEEKS_UP_TO = 400;

    /** How long a point of a series lasts, by the zone's clocks. */
    public enum Step {
        /** On a day when clocks change one more, or one less. */
        HOUR,
        DAY,
        /** From Monday on; the first and the last may be shorter. */
        WEEK,
        /** The first and the last may be shorter. */
        MONTH
    }

    /** @throws Invalid if the days, the zone or the step are not such */
    public StatisticsQuery {
        if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR || to.isBefore(from)) {
            throw new Invalid("range", "begins in 2000 at the earliest, and does not end before it begins");
        }
        long days = days(from, to);
        if (days > MOST_DAYS) {
            throw new Invalid("range", "is at most " + MOST_DAYS + " days");
        }
        // a day more for weeks and months that begin before the range, and for clocks that change
        long points = switch (step) {
            case HOUR -> days * 24;
            case DAY -> days;
            case WEEK -> days / 7;
            case MONTH -> days / 28;
        };
        if (points > MOST_POINTS) {
            throw new Invalid("step", "makes more than " + MOST_POINTS + " points of the range");
        }
        requireQuarters(zone, from.atStartOfDay(zone).toInstant());
        requireQuarters(zone, to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * By hours up to two days, by days up to two months, by weeks up to a year, and by months beyond.
     *
     * @throws Invalid if the days or the zone are not such
     */
    public static StatisticsQuery of(LocalDate from, LocalDate to, ZoneId zone) {
        long days = days(from, to);
        Step step = days <= HOURS_UP_TO
                ? Step.HOUR
                : days <= DAYS_UP_TO ? Step.DAY : days <= WEEKS_UP_TO ? Step.WEEK : Step.MONTH;
        return new StatisticsQuery(from, to, zone, step);
    }

    /** @throws Invalid if that makes too many points */
    public StatisticsQuery by(Step value) {
        return new StatisticsQuery(from, to, zone, value);
    }

    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first instant after it. */
    public Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    private static void requireQuarters(ZoneId zone, Instant at) {
        if (zone.getRules().getOffset(at).getTotalSeconds() % QUARTER != 0) {
            throw new Invalid("zone", "differs from UTC by other than whole quarters of an hour");
        }
    }
}
