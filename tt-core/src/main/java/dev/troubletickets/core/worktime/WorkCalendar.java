// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.worktime;

import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much of a time is worked, and when so much work is done (B9). An instant is worked if the wall clock then shows a time within a
 * span of its day: an hour that comes twice counts twice, one that is left out does not count.
 */
public final class WorkCalendar {
    /** How far ahead is looked: ten years. */
    public static final Duration HORIZON = Duration.ofDays(3653);

    private static final WorkCalendar ALWAYS = new WorkCalendar((from, to, visitor) -> visitor.visit(from, to));

    private final Stretches stretches;

    private WorkCalendar(Stretches stretches) {
        this.stretches = stretches;
    }

    /** Every second of the year. */
    public static WorkCalendar always() {
        return ALWAYS;
    }

    /**
     * A queue's, which works always if it has no working time; then nothing is a holiday.
     *
     * @param holidays of the installation; the working time's own come before them
     */
    public static WorkCalendar of(Optional<WorkingTime> time, Holidays holidays) {
        return time.map(set -> new WorkCalendar(new WallClock(set, holidays))).orElse(ALWAYS);
    }

    /** The time worked from the one instant up to the other; zero if that is not later. */
    public Duration between(Instant from, Instant to) {
        Duration[] worked = {Duration.ZERO};
        if (from.isBefore(to)) {
            stretches.walk(from, to, (start, end) -> {
                worked[0] = worked[0].plus(Duration.between(start, end));
                return true;
            });
        }
        return worked[0];
    }

    /**
     * The first instant by which so much has been worked since the given one; that itself if it is nothing, or less.
     *
     * @return empty if that is beyond the {@link #HORIZON}
     */
    public Optional<Instant> after(Instant from, Duration work) {
        if (work.isNegative() || work.isZero()) {
            return Optional.of(from);
        }
        Search search = new Search(work);
        stretches.walk(from, from.plus(HORIZON), search);
        return Optional.ofNullable(search.found);
    }

    /** The stretches that are worked, in order, apart from each other. */
    @FunctionalInterface
    interface Stretches {
        /** Shows those between the two instants, until the visitor has seen enough. */
        void walk(Instant from, Instant to, Visitor visitor);
    }

    @FunctionalInterface
    interface Visitor {
        /** True to go on. */
        boolean visit(Instant start, Instant end);
    }

    private static final class Search implements Visitor {
        private Duration left;
        private @Nullable Instant found;

        Search(Duration work) {
            left = work;
        }

        @Override
        public boolean visit(Instant start, Instant end) {
            Duration stretch = Duration.between(start, end);
            if (stretch.compareTo(left) >= 0) {
                found = start.plus(left);
                return false;
            }
            left = left.minus(stretch);
            return true;
        }
    }
}
