// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import java.time.Duration;

/** How long to wait before the next try: the first pause, doubled with each try before, at most the longest. */
public record Backoff(Duration first, Duration longest) {
    private static final int MOST_DOUBLINGS = 20;

    /** @param tries how often it was put off before, from 0 */
    public Duration after(int tries) {
        Duration pause = first.multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
