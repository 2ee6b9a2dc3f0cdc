// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WorkCalendarTest {
    private static final String WEEK =
            "; MON 09:00-12:00,13:00-17:00; TUE 09:00-17:00; WED 09:00-17:00;" + " THU 09:00-17:00; FRI 09:00-15:00";

    @Test
    @Tag("B9")
    void eveningsWeekendsAndLunchAreNotWorked() {
        WorkCalendar prague = calendar("Europe/Prague" + WEEK);

        assertThat(after(prague, "2026-03-02T09:00+01:00", "PT3H")).isEqualTo(at("2026-03-02T12:00+01:00"));
        assertThat(after(prague, "2026-03-02T09:00+01:00", "PT3H1S")).isEqualTo(at("2026-03-02T13:00:01+01:00"));
        assertThat(after(prague, "2026-03-06T14:30+01:00", "PT1H")).isEqualTo(at("2026-03-09T09:30+01:00"));
        assertThat(prague.between(at("2026-03-02T00:00+01:00"), at("2026-03-09T00:00+01:00")))
                .isEqualTo(Duration.ofHours(37));
    }

    @Test
    @Tag("B9")
    void aHolidayIsOffOrHasSpansOfItsOwn() {
        WorkingTime time = WorkingTime.parse("Europe/Prague" + WEEK + "; 2026-12-24 09:00-11:00; 2026-12-25 off");
        Holidays installation = Holidays.off(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 23));
        WorkCalendar calendar = WorkCalendar.of(Optional.of(time), installation);

        assertThat(calendar.between(at("2026-12-21T00:00+01:00"), at("2026-12-28T00:00+01:00")))
                .as("Monday and Tuesday, not Wednesday, two hours on Thursday, not Friday")
                .isEqualTo(Duration.ofHours(7 + 8 + 2));
        assertThat(calendar.after(at("2026-12-22T16:30+01:00"), Duration.ofHours(1)))
                .contains(at("2026-12-24T09:30+01:00"));
    }

    @Test
    @Tag("B9")
    void aQueueAndTheInstallationMayEachHaveAllTheHolidaysThereCanBe() {
        WorkingTime time = WorkingTime.parse("UTC; MON 09:00-17:00").withHolidays(aThousandFrom(2030));
        WorkCalendar calendar = WorkCalendar.of(Optional.of(time), aThousandFrom(2040));

        assertThat(calendar.between(at("2040-01-01T00:00Z"), at("2040-02-01T00:00Z")))
                .isZero();
    }

    private static Holidays aThousandFrom(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return Holidays.off(first.datesUntil(first.plusDays(1000)).toArray(LocalDate[]::new));
    }

    @Test
    @Tag("B9")
    void anHourLeftOutIsNotWorkedAndOneThatComesTwiceIsWorkedTwice() {
        WorkCalendar prague = calendar("Europe/Prague; SUN 01:00-04:00");

        assertThat(prague.between(at("2026-03-29T00:00+01:00"), at("2026-03-30T00:00+02:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(prague.between(at("2026-10-25T00:00+02:00"), at("2026-10-26T00:00+01:00")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(after(prague, "2026-10-25T00:00+02:00", "PT2H30M")).isEqualTo(at("2026-10-25T02:30+01:00"));
        assertThat(after(prague, "2026-03-29T00:00+01:00", "PT1H30M")).isEqualTo(at("2026-03-29T03:30+02:00"));
    }

    @Test
    @Tag("B9")
    void aSpanThatLiesWhollyInTheHourLeftOutIsNotWorked() {
        WorkCalendar newYork = calendar("America/New_York; SUN 02:10-02:50");

        assertThat(newYork.between(at("2026-03-08T00:00-05:00"), at("2026-03-09T00:00-04:00")))
                .isZero();
        assertThat(newYork.between(at("2026-11-01T00:00-04:00"), at("2026-11-02T00:00-05:00")))
                .isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    @Tag("B9")
    void aQueueWithoutWorkingTimeWorksAlways() {
        WorkCalendar always = WorkCalendar.of(Optional.empty(), Holidays.off(LocalDate.of(2026, 3, 2)));
        Instant start = at("2026-03-01T00:00Z");

        assertThat(always.between(start, start.plusSeconds(86400 * 3))).isEqualTo(Duration.ofDays(3));
        assertThat(always.after(start, Duration.ofDays(2))).contains(start.plusSeconds(86400 * 2));
        assertThat(always.after(start, WorkCalendar.HORIZON)).contains(start.plus(WorkCalendar.HORIZON));
        assertThat(always.after(start, WorkCalendar.HORIZON.plusNanos(1))).isEmpty();
    }

    @Test
    @Tag("B9")
    void aCalendarThatIsNeverWorkedHasNoInstantForAnyWork() {
        Instant start = at("2026-03-01T00:00Z");

        for (String never : new String[] {"Europe/Prague", "UTC; 2026-03-02 off", "UTC; 2010-01-04 09:00-17:00"}) {
            assertThat(calendar(never).after(start, Duration.ofSeconds(1))).isEmpty();
            assertThat(calendar(never).after(start, Duration.ZERO)).contains(start);
            assertThat(calendar(never).between(start, start.plus(WorkCalendar.HORIZON)))
                    .isZero();
        }
    }

    @Test
    @Timeout(20)
    @Tag("B9")
    void yearsAheadAreLookedThroughInNoTime() {
        WorkCalendar hardlyEver = calendar("Australia/Lord_Howe; SUN 23:59-00:00");
        Instant start = at("2026-03-01T00:00Z");
        Duration tenYears = hardlyEver.between(start, start.plus(WorkCalendar.HORIZON));
        assertThat(tenYears).isEqualTo(Duration.ofMinutes(522));

        for (int i = 0; i < 200; i++) {
            assertThat(hardlyEver.after(start, tenYears.plusSeconds(1))).isEmpty();
        }
    }

    static WorkCalendar calendar(String time) {
        return WorkCalendar.of(Optional.of(WorkingTime.parse(time)), Holidays.none());
    }

    private static Instant after(WorkCalendar calendar, String from, String work) {
        return calendar.after(at(from), Duration.parse(work)).orElseThrow();
    }

    private static Instant at(String time) {
        return ZonedDateTime.parse(time).toInstant();
    }
}
