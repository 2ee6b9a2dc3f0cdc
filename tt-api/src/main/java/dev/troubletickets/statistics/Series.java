// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

/** A figure through the range, a point a step, to be drawn. */
public record Series(Name name, List<Point> points) {
    /** What is shown. */
    public enum Name {
        OPENED(Unit.COUNT),
        CLOSED(Unit.COUNT),
        REOPENED(Unit.COUNT),
        ANSWERS(Unit.COUNT),
        /** Average time to the first answer. */
        FIRST_ANSWER(Unit.SECONDS),
        /** The same in working time. */
        FIRST_ANSWER_WORKING(Unit.SECONDS),
        /** Average time to resolution. */
        RESOLUTION(Unit.SECONDS),
        /** The same in working time. */
        RESOLUTION_WORKING(Unit.SECONDS),
        /** Average rating. */
        RATING(Unit.STARS);

        private final Unit unit;

        Name(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    /** In what values are. */
    public enum Unit {
        COUNT,
        SECONDS,
        STARS
    }

    /**
     * @param begin when the step begins
     * @param local the same by the zone's clocks
     * @param value empty where there is nothing to take the average of
     */
    public record Point(Instant begin, LocalDateTime local, OptionalDouble value) {}

    public Series {
        points = List.copyOf(points);
    }
}
