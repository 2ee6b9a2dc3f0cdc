// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.core.worktime.WorkCalendar;
import dev.troubletickets.spi.storage.AnswerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A clock while it is being derived. One use, one thread. */
final class RunningClock {
    private @Nullable String target;
    private @Nullable Duration allowed;
    private Duration used;
    private @Nullable Instant since;
    private final Set<String> escalated;

    RunningClock(AnswerClock clock) {
        escalated = clock.escalated();
        target = clock.target();
        allowed = clock.allowed();
        used = clock.used();
        since = clock.runningSince();
    }

    boolean hasTarget() {
        return target != null;
    }

    String target() {
        return Objects.requireNonNull(target);
    }

    Duration used() {
        return used;
    }

    /** Of the allowed time; below zero for what is beyond it. */
    Duration left() {
        return Objects.requireNonNull(allowed).minus(used);
    }

    void aimAt(Optional<Chosen> chosen) {
        target = chosen.map(c -> c.target().name()).orElse(null);
        allowed = chosen.map(c -> c.target().allowed()).orElse(null);
    }

    /** What was used until then counts by this calendar; from then on another may. */
    void use(WorkCalendar calendar, Instant until) {
        if (since != null && since.isBefore(until)) {
            used = used.plus(calendar.between(since, until));
            since = until;
        }
    }

    /** The wait has begun earlier than was known: in a ticket that was merged into this one (A12). */
    void waits(WorkCalendar calendar, Instant known, Instant since) {
        if (since.isBefore(known)) {
            used = used.plus(calendar.between(since, known));
        }
    }

    void start(Instant from) {
        since = since == null ? from : since;
    }

    /** From what has been counted on. */
    void stop() {
        since = null;
    }

    AnswerClock done(Terms terms) {
        Instant due =
                since == null ? null : terms.calendar().after(since, left()).orElse(null);
        AnswerClock clock = new AnswerClock(terms.number(), target, allowed, used, since, due, escalated, null);
        return Escalations.withNext(clock, terms);
    }
}
