// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How many customers a reseller had on a day, as the host counted them then (E5).
 *
 * @param price in force at that moment; empty where the reseller does not pay per customer, so that the day costs nothing
 */
public record CustomerCount(
        ResellerId reseller, LocalDate day, Instant at, long customers, Optional<PriceChange> price) {
    private static final long MOST = 1_000_000_000;

    /** @throws IllegalArgumentException if there are fewer than none, or more than a thousand million */
    public CustomerCount {
        if (customers < 0 || customers > MOST) {
            throw new IllegalArgumentException("no number of customers: " + customers);
        }
    }
}
