// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How durations are spread, in classes each 5 % longer than the one before: the middle of a class is within 2.5 % of all in it. Spreads are
 * added class by class, so those of days make that of a year. One thread.
 */
final class Spread {
    /** Above the class of any duration there is. */
    static final int CLASSES = 1000;

    private static final double WIDTH = Math.log(1.05);

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

        /** The place of its first class. */
        int first() {
            return first;
        }
    }

    /** What is done with a place and how many there are in it. */
    interface Reader {
        void read(int place, long number);
    }

    void add(Measure measure, long seconds) {
        numbers.merge(measure.first + classOf(seconds), 1L, Long::sum);
    }

    /** Adds what {@link #text} wrote. */
    void add(String text) {
        read(text, (place, number) -> numbers.merge(place, number, Long::sum));
    }

    /** Such as {@code 12=3 1013=1}: classes, those of the second measure from 1000 on, and how many there are in each. */
    String text() {
        return numbers.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining(" "));
    }

    /** Reads what {@link #text} wrote. */
    static void read(String text, Reader reader) {
        int at = 0;
        while (at < text.length()) {
            int equals = text.indexOf('=', at);
            int end = text.indexOf(' ', equals);
            int stop = end < 0 ? text.length() : end;
            reader.read(Integer.parseInt(text, at, equals, 10), Long.parseLong(text, equals + 1, stop, 10));
            at = stop + 1;
        }
    }

    /** The middle of a class, in seconds. Class 0 is for less than a second; class n for 1.05 to the power of n - 1 seconds and longer. */
    static long middle(int number) {
        return number == 0 ? 0 : Math.round(Math.exp((number - 0.5) * WIDTH));
    }

    private static int classOf(long seconds) {
        return seconds < 1 ? 0 : 1 + (int) Math.floor(Math.log((double) seconds) / WIDTH + 1e-9);
    }
}
