// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.settings.WorkingTime.Span;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Days that are not worked as their weekday says (B9): days off, whose spans are empty, and days with spans of their own. A date is that
 * of the wall clock where the queue works.
 */
public record Holidays(Map<LocalDate, List<Span>> days) {
    private static final int MOST = 1000;
    private static final Holidays NONE = new Holidays(Map.of());

    /**
     * @throws IllegalArgumentException for more than 1000 days, a year outside 1 to 9999, or if the spans of a day overlap or are out of
     *     order
     */
    public Holidays {
        if (days.size() > MOST) {
            throw new IllegalArgumentException("there are at most " + MOST + " holidays");
        }
        Map<LocalDate, List<Span>> copy = new TreeMap<>();
        days.forEach((date, spans) -> {
            if (date.getYear() < 1 || date.getYear() > 9999) {
                throw new IllegalArgumentException("a year has one to four digits");
            }
            copy.put(date, Spans.checked(spans));
        });
        days = Collections.unmodifiableMap(copy);
    }

    public static Holidays none() {
        return NONE;
    }

    /** Days on which nobody works. */
    public static Holidays off(LocalDate... dates) {
        Map<LocalDate, List<Span>> days = new HashMap<>();
        for (LocalDate date : dates) {
            days.put(date, List.of());
        }
        return new Holidays(days);
    }

    /** These and a day that is worked so; without spans it is a day off. */
    public Holidays with(LocalDate date, Span... spans) {
        Map<LocalDate, List<Span>> more = new HashMap<>(days);
        more.put(date, List.of(spans));
        return new Holidays(more);
    }
}
