// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.worktime;

import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.settings.WorkingTime.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stretches a working time means. Between two changes of the clocks the wall clock runs evenly; so time is cut at these changes, and
 * each part is read with the offset it has. Hours that are left out are in no part, hours that come twice are in two.
 */
final class WallClock implements WorkCalendar.Stretches {
    private final WorkingTime time;
    private final Map<LocalDate, List<Span>> holidays;
    private final ZoneRules rules;

    /** @param holidays of the installation; together with the queue's own there may be more than either may have */
    WallClock(WorkingTime time, Holidays holidays) {
        this.time = time;
        this.holidays = new HashMap<>(holidays.days());
        this.holidays.putAll(time.holidays().days());
        this.rules = time.zone().getRules();
    }

    @Override
    public void walk(Instant from, Instant to, WorkCalendar.Visitor visitor) {
        Instant at = from;
        boolean more = !isNeverWorked();
        while (more && at.isBefore(to)) {
            ZoneOffsetTransition change = rules.nextTransition(at);
            Instant end = change == null || change.getInstant().isAfter(to) ? to : change.getInstant();
            more = part(at, end, rules.getOffset(at), visitor);
            at = end;
        }
    }

    private boolean part(Instant from, Instant to, ZoneOffset offset, WorkCalendar.Visitor visitor) {
        LocalDateTime first = LocalDateTime.ofInstant(from, offset);
        LocalDateTime last = LocalDateTime.ofInstant(to, offset);
        LocalDate end = last.toLocalDate();
        for (LocalDate date = first.toLocalDate(); !date.isAfter(end); date = date.plusDays(1)) {
            for (Span span : spans(date)) {
                LocalDateTime start = later(date.atTime(span.from()), first);
                LocalDateTime stop = earlier(end(date, span), last);
                if (start.isBefore(stop) && !visitor.visit(start.toInstant(offset), stop.toInstant(offset))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Span> spans(LocalDate date) {
        List<Span> own = holidays.get(date);
        return own != null ? own : time.days().getOrDefault(date.getDayOfWeek(), List.of());
    }

    private boolean isNeverWorked() {
        return time.days().isEmpty() && holidays.values().stream().allMatch(List::isEmpty);
    }

    private static LocalDateTime end(LocalDate date, Span span) {
        return span.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(span.to());
    }

    private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDateTime earlier(LocalDateTime one, LocalDateTime other) {
        return one.isBefore(other) ? one : other;
    }
}
