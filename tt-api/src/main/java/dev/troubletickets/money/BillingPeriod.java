// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Days for which a statement is issued, both included. */
public record BillingPeriod(LocalDate from, LocalDate through) {
    private static final int LONGEST_YEARS = 10;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9999;

    /** @throws IllegalArgumentException if it ends before it begins, is longer than ten years, or before 1970 */
    public BillingPeriod {
        boolean known = from.getYear() >= FIRST_YEAR && through.getYear() < LAST_YEAR;
        if (!known || through.isBefore(from) || through.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new IllegalArgumentException("a period must end after it begins, within ten years");
        }
    }

    public static BillingPeriod month(YearMonth month) {
        return new BillingPeriod(month.atDay(1), month.atEndOfMonth());
    }

    /** Where the first day begins. */
    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** Where the day after the last one begins. */
    public Instant end(ZoneId zone) {
        return through.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return from + " to " + through;
    }
}
