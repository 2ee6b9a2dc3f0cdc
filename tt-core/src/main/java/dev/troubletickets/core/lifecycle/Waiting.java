// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Who waits for an answer, and since when, while a step changes it: the ticket's own customer, and others whose tickets were merged in. */
final class Waiting {
    private @Nullable Instant since;
    private @Nullable Instant othersSince;
    private boolean othersOnly;

    Waiting(TicketState state) {
        since = state.waitingSince();
        othersSince = state.joined().othersSince();
        othersOnly = state.joined().othersOnly();
    }

    @Nullable
    Instant since() {
        return since;
    }

    @Nullable
    Instant othersSince() {
        return othersSince;
    }

    boolean othersOnly() {
        return othersOnly;
    }

    /** The ticket's own customer waits, perhaps for longer than anybody yet. */
    void own(Instant from) {
        since = earlier(since, from);
        othersOnly = false;
    }

    /** Another customer waits. */
    void others(Instant from) {
        othersOnly |= since == null;
        since = earlier(since, from);
        othersSince = earlier(othersSince, from);
    }

    /** The ticket's own customer waits no longer, or only since then. */
    void ownSince(@Nullable Instant from) {
        since = from == null ? othersSince : othersSince == null ? from : earlier(othersSince, from);
        othersOnly = from == null && othersSince != null;
    }

    /** Of the others, those who still wait have done so since then; nobody does, if null. */
    void othersSince(@Nullable Instant from) {
        othersSince = from;
        if (othersOnly) {
            since = from;
            othersOnly = from != null;
        }
    }

    void end() {
        since = null;
        othersSince = null;
        othersOnly = false;
    }

    void set(Standing to) {
        since = to.waitingSince();
        othersSince = to.othersSince();
        othersOnly = to.othersOnly();
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
