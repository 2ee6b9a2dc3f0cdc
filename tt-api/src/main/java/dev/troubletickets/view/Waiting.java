// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer who waits for an answer (B9), as it was when the view was made.
 *
 * @param delay since then, by the clock on the wall
 * @param due when the answer is due; empty without a target, and while the clock is stopped
 * @param remaining working time until then, below zero when that is past: by so much the answer is overdue; empty without a target
 */
public record Waiting(Instant since, Duration delay, Optional<Instant> due, Optional<Duration> remaining) {
    public boolean isOverdue() {
        return remaining.filter(Duration::isNegative).isPresent();
    }
}
