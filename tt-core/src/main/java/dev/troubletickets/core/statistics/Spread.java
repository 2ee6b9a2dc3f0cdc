// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.statistics.Percentiles;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How durations are spread, in classes each 5 % longer than the one before: the middle of a class is within 2.5 % of all in it. Spreads are
 * added class by class, so those of days make that of a year. One thread.
 */
final class Spread {
    private static final double WIDTH = Math.log(1.05);
    /** Above the class of any duration there is. */
    private static final int CLASSES = 1000;

    private final TreeMap<Integer, Long> numbers = new TreeMap<>();

    /** What is measured; the places stay as they are, for they are stored. */
    enum Measure {
        FIRST_ANSWER(0),
        FIRST_ANSWER_WORKING(1),
        RESOLUTION(2),
        RESOLUTION_WORKING(3);

        private final int first;

        Measure(int rank) {
            first = rank * CLASSES;
        }
    }

    void add(Measure measure, long seconds) {
        numbers.merge(measure.first + classOf(seconds), 1L, Long::sum);
    }

    /** Adds what {@link #text} wrote. */
    void add(String text) {
        add(1, text);
    }

    /** @param times 1 to add it, -1 to take it away */
    void add(int times, String text) {
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            int end = text.indexOf(' ', equals);
            int stop = end < 0 ? text.length() : end;
            int key = Integer.parseInt(text, at, equals, 10);
            numbers.merge(key, times * Long.parseLong(text, equals + 1, stop, 10), Long::sum);
            at = stop + 1;
        }
    }

    /** Such as {@code 12=3 1013=1}: classes, those of the second measure from 1000 on, and how many there are in each. */
    String text() {
        return numbers.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    Percentiles percentiles(Measure measure) {
        int first = measure.first;
        SortedMap<Integer, Long> own = numbers.subMap(first, first + CLASSES);
        return new Percentiles(
                percentile(own, first, 50),
                percentile(own, first, 75),
                percentile(own, first, 90),
                percentile(own, first, 95));
    }

    private static Optional<Duration> percentile(SortedMap<Integer, Long> own, int first, int percent) {
        long all = own.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0) {
            return Optional.empty();
        }
        long rank = (all * percent + 99) / 100;
        long below = 0;
        for (Map.Entry<Integer, Long> each : own.entrySet()) {
            below += each.getValue();
            if (below >= rank) {
                return Optional.of(Duration.ofSeconds(middle(each.getKey() - first)));
            }
        }
        return Optional.empty();
    }

    /** Class 0 is for less than a second; class n for 1.05 to the power of n - 1 seconds and longer. */
    private static int classOf(long seconds) {
        return seconds < 1 ? 0 : 1 + (int) Math.floor(Math.log((double) seconds) / WIDTH + 1e-9);
    }

    private static long middle(int number) {
        return number == 0 ? 0 : Math.round(Math.exp((number - 0.5) * WIDTH));
    }
}
