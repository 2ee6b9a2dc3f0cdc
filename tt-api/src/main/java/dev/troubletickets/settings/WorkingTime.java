// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * When a queue works (B1, B9): several spans a day in one time zone, by the wall clock there. Where clocks are put back, an hour that
 * comes twice is worked twice; an hour that clocks leave out is not worked. Days that are not named are days off.
 *
 * @param holidays of this queue; its word counts before that of the installation's holidays
 */
public record WorkingTime(ZoneId zone, Map<DayOfWeek, List<Span>> days, Holidays holidays) {
    private static final String OFF = "off";

    /** From the first minute up to, not including, the last; 24:00 is written 00:00 as the end. */
    public record Span(LocalTime from, LocalTime to) {
        /** @throws IllegalArgumentException if the end is not after the start */
        public Span {
            if (!to.equals(LocalTime.MIDNIGHT) && !to.isAfter(from)) {
                throw new IllegalArgumentException("a span ends after it starts, on the same day");
            }
        }

        boolean isBefore(Span next) {
            return !to.equals(LocalTime.MIDNIGHT) && !to.isAfter(next.from);
        }

        @Override
        public String toString() {
            return from + "-" + to;
        }
    }

    /** @throws IllegalArgumentException if the spans of a day overlap or are out of order */
    public WorkingTime {
        Map<DayOfWeek, List<Span>> copy = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, spans) -> copy.put(day, Spans.checked(spans)));
        copy.values().removeIf(List::isEmpty);
        days = Collections.unmodifiableMap(copy);
    }

    public WorkingTime withHolidays(Holidays value) {
        return new WorkingTime(zone, days, value);
    }

    /**
     * Reads the form that {@link #toString} writes: {@code Europe/Prague; MON 09:00-12:00,13:00-17:00; TUE 09:00-17:00; 2026-12-24
     * 09:00-12:00; 2026-12-25 off}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static WorkingTime parse(String text) {
        String[] parts = text.split(";");
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        Map<LocalDate, List<Span>> holidays = new HashMap<>();
        try {
            for (int i = 1; i < parts.length; i++) {
                if (!readDay(parts[i].strip(), days, holidays)) {
                    throw new IllegalArgumentException("each day stands once, with its spans: " + parts[i].strip());
                }
            }
            return new WorkingTime(ZoneId.of(parts[0].strip()), days, new Holidays(holidays));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a working time: " + text, e);
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(zone.toString());
        days.forEach((day, spans) ->
                text.append("; ").append(day.name(), 0, 3).append(' ').append(Spans.text(spans)));
        holidays.days()
                .forEach((date, spans) ->
                        text.append("; ").append(date).append(' ').append(spans.isEmpty() ? OFF : Spans.text(spans)));
        return text.toString();
    }

    /** False if the day stands there already, or has no spans. */
    private static boolean readDay(String part, Map<DayOfWeek, List<Span>> days, Map<LocalDate, List<Span>> holidays) {
        String[] words = part.split(" ", 2);
        if (words.length < 2) {
            return false;
        }
        if (words[0].isEmpty() || !Character.isDigit(words[0].charAt(0))) {
            return days.put(day(words[0]), Spans.parse(words[1])) == null;
        }
        List<Span> spans = words[1].strip().equals(OFF) ? List.of() : Spans.parse(words[1]);
        return holidays.put(LocalDate.parse(words[0]), spans) == null;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.toUpperCase(Locale.ROOT)) && name.length() >= 3) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a day of the week: " + name);
    }
}
