// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long an answer may take and when it is due (B9), as it was derived when the ticket was last written. Durations are of working time.
 *
 * @param terms the number of the queue's terms that it was derived from; absent while nobody waits
 * @param target the name of the target that applies; absent while none does
 * @param allowed by the target, in whole seconds; absent while none applies
 * @param used before {@code runningSince}, to the microsecond
 * @param runningSince absent while the clock is stopped
 * @param due absent while the clock is stopped, and where so much time never passes
 * @param escalated the levels of escalation that came in this wait, each a line of text (G6)
 * @param escalatesAt when the next level comes; absent while the clock is stopped, and where none is left
 */
public record AnswerClock(
        @Nullable Long terms,
        @Nullable String target,
        @Nullable Duration allowed,
        Duration used,
        @Nullable Instant runningSince,
        @Nullable Instant due,
        Set<String> escalated,
        @Nullable Instant escalatesAt) {
    private static final AnswerClock NONE =
            new AnswerClock(null, null, null, Duration.ZERO, null, null, Set.of(), null);

    public AnswerClock {
        escalated = Set.copyOf(escalated);
    }

    /** While nobody waits. */
    public static AnswerClock none() {
        return NONE;
    }
}
