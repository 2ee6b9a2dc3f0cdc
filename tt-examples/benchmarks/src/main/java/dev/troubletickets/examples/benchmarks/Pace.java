// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import java.time.Duration;

/**
 * How a duel is fought.
 *
 * @param rounds pairs of blocks that count
 * @param block about how long one block takes
 * @param warmUp how long each side runs before anything counts
 */
record Pace(int threads, int rounds, Duration block, Duration warmUp) {
    /** Without warming up. */
    Pace compiled() {
        return new Pace(threads, rounds, block, Duration.ZERO);
    }

    Pace withThreads(int value) {
        return new Pace(value, rounds, block, warmUp);
    }
}
