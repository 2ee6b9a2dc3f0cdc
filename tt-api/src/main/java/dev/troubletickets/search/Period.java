// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, open at either end where nothing is said.
 *
 * @param from the first instant in it
 * @param until the first instant after it
 */
public record Period(Optional<Instant> from, Optional<Instant> until) {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final Period ANY = new Period(Optional.empty(), Optional.empty());

    /** @throws Invalid if it does not end after it begins, or lies outside of the years 1 to 9999 */
    public Period {
        from.ifPresent(Period::requireYear);
        until.ifPresent(Period::requireYear);
        if (from.isPresent() && until.isPresent() && !until.get().isAfter(from.get())) {
            throw new Invalid("until", "must be after the beginning of the period");
        }
    }

    public static Period any() {
        return ANY;
    }

    public static Period since(Instant from) {
        return new Period(Optional.of(from), Optional.empty());
    }

    public static Period before(Instant until) {
        return new Period(Optional.empty(), Optional.of(until));
    }

    public static Period between(Instant from, Instant until) {
        return new Period(Optional.of(from), Optional.of(until));
    }

    public boolean covers(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && until.filter(end -> !instant.isBefore(end)).isEmpty();
    }

    private static void requireYear(Instant instant) {
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new Invalid("period", "must lie in the years 1 to 9999");
        }
    }
}
