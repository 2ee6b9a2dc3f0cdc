// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What merging changes of a ticket's state, to be put back when it is undone: where it stands, who waits for whom, and
 * what happens by itself.
 */
public record Standing(
        Status status,
        @Nullable Instant waitingSince,
        @Nullable Instant othersSince,
        boolean othersOnly,
        @Nullable Instant settledAt,
        boolean archived,
        int lastAnswer,
        boolean staffWroteLast,
        @Nullable Instant autoCloseAt,
        @Nullable Instant closeWarningAt,
        @Nullable Instant snoozedUntil) {
    /** Its time to close has stood still for so long. */
    public Standing later(Duration away) {
        return new Standing(
                status,
                waitingSince,
                othersSince,
                othersOnly,
                settledAt,
                archived,
                lastAnswer,
                staffWroteLast,
                autoCloseAt == null ? null : autoCloseAt.plus(away),
                closeWarningAt == null ? null : closeWarningAt.plus(away),
                snoozedUntil);
    }

    public static Standing of(TicketState s) {
        return new Standing(
                s.status(),
                s.waitingSince(),
                s.joined().othersSince(),
                s.joined().othersOnly(),
                s.settledAt(),
                s.archived(),
                s.lastAnswer(),
                s.staffWroteLast(),
                s.autoCloseAt(),
                s.closeWarningAt(),
                s.snoozedUntil());
    }
}
