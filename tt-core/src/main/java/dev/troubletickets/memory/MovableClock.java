// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that stands still until it is moved, for tests of what happens hours later. Safe for concurrent use. Its zone is UTC; a
 * clock taken with {@link #withZone} shows the same instant and moves along.
 */
public final class MovableClock extends Clock {
    private final Hand hand;
    private final ZoneId zone;

    private MovableClock(Hand hand, ZoneId zone) {
        this.hand = hand;
        this.zone = zone;
    }

    public static MovableClock startingAt(Instant start) {
        return new MovableClock(new Hand(start), ZoneOffset.UTC);
    }

    /** Moves the clock on; a negative duration moves it back. */
    public MovableClock advance(Duration by) {
        hand.advance(by);
        return this;
    }

    public MovableClock set(Instant instant) {
        hand.set(instant);
        return this;
    }

    @Override
    public Instant instant() {
        return hand.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public MovableClock withZone(ZoneId other) {
        return new MovableClock(hand, other);
    }

    /** The instant, shared by the clocks of all zones. */
    private static final class Hand {
        private Instant at;

        Hand(Instant at) {
            this.at = at;
        }

        synchronized Instant get() {
            return at;
        }

        synchronized void set(Instant instant) {
            at = instant;
        }

        synchronized void advance(Duration by) {
            at = at.plus(by);
        }
    }
}
