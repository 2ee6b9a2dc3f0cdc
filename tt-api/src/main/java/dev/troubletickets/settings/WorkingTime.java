// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** When a queue works (B1, B9): several spans a day in one time zone. Days that are not named are days off. */
public record WorkingTime(ZoneId zone, Map<DayOfWeek, List<Span>> days) {
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
        days.forEach((day, spans) -> copy.put(day, List.copyOf(spans)));
        copy.values().forEach(WorkingTime::requireOrder);
        days = Collections.unmodifiableMap(copy);
    }

    /**
     * Reads the form that {@link #toString} writes: {@code Europe/Prague; MON 09:00-12:00,13:00-17:00; TUE 09:00-17:00}.
     *
     * @throws IllegalArgumentException if the text is not of that form
     */
    public static WorkingTime parse(String text) {
        String[] parts = text.split(";");
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        try {
            for (int i = 1; i < parts.length; i++) {
                String[] words = parts[i].strip().split(" ", 2);
                if (words.length < 2 || days.put(day(words[0]), spans(words[1])) != null) {
                    throw new IllegalArgumentException("each day stands once, with its spans: " + parts[i].strip());
                }
            }
            return new WorkingTime(ZoneId.of(parts[0].strip()), days);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a working time: " + text, e);
        }
    }

    @Override
    public String toString() {
        String spans = days.entrySet().stream()
                .map(day -> "; " + day.getKey().name().substring(0, 3) + " "
                        + day.getValue().stream().map(Span::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining());
        return zone + spans;
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().startsWith(name.toUpperCase(Locale.ROOT)) && name.length() >= 3) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a day of the week: " + name);
    }

    private static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String span : text.split(",")) {
            String[] ends = span.strip().split("-");
            if (ends.length != 2) {
                throw new IllegalArgumentException("not a span of time: " + span.strip());
            }
            spans.add(new Span(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
        }
        return spans;
    }

    private static void requireOrder(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (!spans.get(i - 1).isBefore(spans.get(i))) {
                throw new IllegalArgumentException("the spans of a day stand in order and do not overlap");
            }
        }
    }
}
