// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import dev.troubletickets.settings.WorkingTime.Span;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The spans of one day: in order, apart from each other, as text {@code 09:00-12:00,13:00-17:00}. */
final class Spans {
    private Spans() {}

    /** @throws IllegalArgumentException if they overlap or are out of order */
    static List<Span> checked(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (!spans.get(i - 1).isBefore(spans.get(i))) {
                throw new IllegalArgumentException("the spans of a day stand in order and do not overlap");
            }
        }
        return List.copyOf(spans);
    }

    static List<Span> parse(String text) {
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

    static String text(List<Span> spans) {
        return spans.stream().map(Span::toString).collect(Collectors.joining(","));
    }
}
