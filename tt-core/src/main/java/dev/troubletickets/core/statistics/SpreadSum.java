// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.statistics.Spread.Measure;
import dev.troubletickets.statistics.Percentiles;
import java.time.Duration;
import java.util.Optional;

/** The sum of many spreads: of a year and half of many resellers there are hundreds, of hundreds of classes. One thread. */
final class SpreadSum {
    private final long[] numbers = new long[Measure.values().length * Spread.CLASSES];

    /**
     * @param sign 1 to add it, -1 to take it away
     * @param spread as {@link Spread#text} wrote it
     */
    void add(int sign, String spread) {
        Spread.read(spread, (place, number) -> numbers[place] += sign * number);
    }

    Percentiles percentiles(Measure measure) {
        long all = 0;
        for (int place = measure.first(); place < measure.first() + Spread.CLASSES; place++) {
            all += numbers[place];
        }
        return new Percentiles(
                percentile(measure, all, 50),
                percentile(measure, all, 75),
                percentile(measure, all, 90),
                percentile(measure, all, 95));
    }

    private Optional<Duration> percentile(Measure measure, long all, int percent) {
        long rank = (all * percent + 99) / 100;
        long below = 0;
        for (int each = 0; each < Spread.CLASSES && all > 0; each++) {
            below += numbers[measure.first() + each];
            if (below >= rank) {
                return Optional.of(Duration.ofSeconds(Spread.middle(each)));
            }
        }
        return Optional.empty();
    }
}
