// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that can be put forward, so that nobody waits for a desk to try again. */
final class Ahead extends Clock {
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    Ahead(Clock clock) {
        this.clock = clock;
    }

    /** By one thread alone. */
    void put(Duration further) {
        ahead = ahead.plus(further);
    }

    @Override
    public Instant instant() {
        return clock.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Ahead(clock.withZone(zone));
    }
}
