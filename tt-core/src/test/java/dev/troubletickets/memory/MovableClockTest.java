// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class MovableClockTest {
    private static final Instant START = Instant.parse("2026-03-01T09:00:00Z");

    private final MovableClock clock = MovableClock.startingAt(START);

    @Test
    void standsStillInUtcUntilMoved() {
        assertThat(clock.instant()).isEqualTo(START);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void movesForAllZonesAtOnce() {
        Clock inPrague = clock.withZone(ZoneId.of("Europe/Prague"));

        clock.advance(Duration.ofHours(2));

        assertThat(inPrague.instant()).isEqualTo(START.plus(Duration.ofHours(2)));
        assertThat(inPrague.getZone()).isEqualTo(ZoneId.of("Europe/Prague"));
    }

    @Test
    void isSetToAnyInstant() {
        assertThat(clock.set(Instant.EPOCH).instant()).isEqualTo(Instant.EPOCH);
    }
}
