// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.settings.WorkingTime.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;

/** Random calendars around the changes of the clocks, held against a count of minute after minute. */
class WorkCalendarPropertyTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 12 * 24 * 60;

    /** @param start a whole minute, not far from a change of the clocks where the zone has any */
    record Case(WorkingTime time, Holidays installation, Instant start, int minutes) {
        WorkCalendar calendar() {
            return WorkCalendar.of(Optional.of(time), installation);
        }

        /** The law in one line: what the wall clock shows. */
        boolean isWorked(Instant minute) {
            ZonedDateTime wall = minute.atZone(time.zone());
            LocalDate date = wall.toLocalDate();
            List<Span> spans = time.days().getOrDefault(date.getDayOfWeek(), List.of());
            spans = installation.days().getOrDefault(date, spans);
            spans = time.holidays().days().getOrDefault(date, spans);
            LocalTime shown = wall.toLocalTime();
            return spans.stream()
                    .anyMatch(span -> !shown.isBefore(span.from())
                            && (span.to().equals(LocalTime.MIDNIGHT) || shown.isBefore(span.to())));
        }

        int count(int from, int to) {
            int worked = 0;
            for (int i = from; i < to; i++) {
                worked += isWorked(start.plus(MINUTE.multipliedBy(i))) ? 1 : 0;
            }
            return worked;
        }
    }

    @Property(tries = 400)
    @Tag("B9")
    void whatIsWorkedIsWhatIsCountedMinuteByMinute(@ForAll("cases") Case c) {
        Instant end = c.start.plus(MINUTE.multipliedBy(c.minutes));

        assertThat(c.calendar().between(c.start, end)).isEqualTo(MINUTE.multipliedBy(c.count(0, c.minutes)));
        assertThat(c.calendar().between(end, c.start)).isZero();
    }

    @Property(tries = 400)
    @Tag("B9")
    void workIsDoneInTheFirstMinuteByWhichSoMuchIsCounted(@ForAll("cases") Case c) {
        int worked = 0;
        for (int i = 0; i < c.minutes; i++) {
            if (c.isWorked(c.start.plus(MINUTE.multipliedBy(i)))) {
                worked++;
                if (worked % 97 == 1) {
                    assertThat(c.calendar().after(c.start, MINUTE.multipliedBy(worked)))
                            .contains(c.start.plus(MINUTE.multipliedBy(i + 1L)));
                }
            }
        }
    }

    @Property(tries = 400)
    @Tag("B9")
    void partsOfMinutesAreCountedToo(
            @ForAll("cases") Case c, @ForAll("millis") long early, @ForAll("millis") long more) {
        WorkCalendar calendar = c.calendar();
        Instant from = c.start.plusMillis(early);
        Instant to = from.plusMillis(more);
        Duration worked = calendar.between(from, to);

        assertThat(calendar.between(c.start, from).plus(worked)).isEqualTo(calendar.between(c.start, to));
        calendar.after(from, worked).ifPresent(done -> {
            assertThat(done).isBetween(from, to);
            assertThat(calendar.between(from, done)).isEqualTo(worked);
            assertThat(worked.isZero()
                            || calendar.between(from, done.minusMillis(1)).compareTo(worked) < 0)
                    .as("not a moment earlier")
                    .isTrue();
        });
    }

    @Property(tries = 200)
    @Tag("B9")
    void aWorkingTimeIsReadBackAsItIsWritten(@ForAll("cases") Case c) {
        assertThat(WorkingTime.parse(c.time.toString())).isEqualTo(c.time);
    }

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<ZoneId> zones = Arbitraries.of(
                        "Europe/Prague",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Pacific/Chatham",
                        "Africa/Casablanca",
                        "America/St_Johns",
                        "Pacific/Apia",
                        "UTC",
                        "+05:30")
                .map(ZoneId::of);
        return zones.flatMap(zone -> Combinators.combine(
                        week(), starts(zone), Arbitraries.integers().between(0, MOST))
                .flatAs((week, start, minutes) -> Combinators.combine(
                                holidays(start.atZone(zone).toLocalDate()),
                                holidays(start.atZone(zone).toLocalDate()))
                        .as((own, installation) ->
                                new Case(new WorkingTime(zone, week, own), installation, start, minutes))));
    }

    @Provide
    Arbitrary<Long> millis() {
        return Arbitraries.longs().between(0, Duration.ofDays(6).toMillis());
    }

    /** Up to five days before a change of the clocks of 2010 to 2027: Apia leaves out a whole day in 2011. */
    private static Arbitrary<Instant> starts(ZoneId zone) {
        Arbitrary<Instant> some = Arbitraries.longs()
                .between(
                        Instant.parse("2010-01-01T00:00:00Z").getEpochSecond() / 60,
                        Instant.parse("2027-01-01T00:00:00Z").getEpochSecond() / 60)
                .map(minute -> Instant.ofEpochSecond(minute * 60));
        return Combinators.combine(some, Arbitraries.integers().between(0, 5 * 24 * 60))
                .as((near, before) -> {
                    var change = zone.getRules().nextTransition(near);
                    return change == null ? near : change.getInstant().minus(MINUTE.multipliedBy(before));
                });
    }

    private static Arbitrary<java.util.Map<DayOfWeek, List<Span>>> week() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), spans()).ofMaxSize(7);
    }

    private static Arbitrary<Holidays> holidays(LocalDate around) {
        return Arbitraries.maps(Arbitraries.integers().between(-1, 12).map(around::plusDays), spans())
                .ofMaxSize(3)
                .map(Holidays::new);
    }

    /** Between none and four spans; ends at midnight and beginnings at it are not rare. */
    private static Arbitrary<List<Span>> spans() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(0, 1440)),
                Tuple.of(2, Arbitraries.of(0, 60, 120, 150, 180, 1380, 1439, 1440)));
        return minutes.list().ofMaxSize(8).map(chosen -> {
            List<Integer> bounds = new ArrayList<>(new TreeSet<>(chosen));
            List<Span> spans = new ArrayList<>();
            for (int i = 0; i + 1 < bounds.size(); i += 2) {
                spans.add(new Span(time(bounds.get(i)), time(bounds.get(i + 1))));
            }
            return spans;
        });
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute % 1440 * 60L);
    }
}
