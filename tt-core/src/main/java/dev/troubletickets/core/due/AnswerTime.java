// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.core.due.Promise.Former;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Stop;
import dev.troubletickets.settings.AnswerTarget;
import dev.troubletickets.spi.storage.AnswerClock;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Derives the clock of an answer from what happened to a ticket (B9). A pure function of its arguments; the target is asked for only if it
 * matters.
 *
 * <p>The clock runs while the customer waits and a target applies; hold and snooze stop it. Whenever the queue, its terms or the ticket's
 * own facts change, the allowed time is taken anew; what was used stays used, as the calendar that was in force then counts it. An answer
 * ends it; the next wait begins a new one.
 */
public final class AnswerTime {
    private final Change change;
    private final Targets targets;

    private AnswerTime(Change change, Targets targets) {
        this.change = change;
        this.targets = targets;
    }

    /**
     * A ticket that changes.
     *
     * @param before with version 0 if the ticket is new
     * @param from the terms of the queue it was in
     * @param to the terms of the queue it is in
     */
    public record Change(TicketData before, TicketData after, Terms from, Terms to, Instant now) {
        /** It is the same wait, not a new one. */
        private boolean goesOn() {
            return before.version() > 0
                    && before.state().isUnanswered()
                    && after.state().isUnanswered()
                    && !isLater(after.state().waitingSince(), before.state().waitingSince());
        }

        /** The ticket was last written under other terms than its queue has. */
        private boolean isOutdated() {
            Long known = before.clock().terms();
            return known != null && known < from.number();
        }

        /** The terms that have come and gone since, those it knows included. */
        private List<Former> passed() {
            long known = Objects.requireNonNull(before.clock().terms());
            return from.former().stream()
                    .filter(former -> former.number() >= known)
                    .toList();
        }

        /** A wait that is new here may have begun elsewhere, in a ticket that was split or merged. */
        private Instant begins() {
            return goesOn() || now.isBefore(waitsSince()) ? now : waitsSince();
        }

        private boolean moves() {
            return !from.queue().equals(to.queue());
        }

        private boolean changesFacts() {
            return !before.header().equals(after.header())
                    || !before.state().priority().equals(after.state().priority());
        }

        private Instant waitedSince() {
            return Objects.requireNonNull(before.state().waitingSince());
        }

        /** Before now, if somebody waits who did so in a ticket that was merged into this one (A12). */
        private Instant waitsSince() {
            return Objects.requireNonNull(after.state().waitingSince());
        }

        private boolean answers() {
            return after.state().lastAnswer() > before.state().lastAnswer();
        }

        private Change from(AnswerClock clock) {
            return new Change(before.with(clock), after, from, to, now);
        }
    }

    /** Chooses the target of a ticket. */
    @FunctionalInterface
    public interface Targets {
        Optional<Chosen> choose(TicketData ticket, List<AnswerTarget> of);
    }

    public record Outcome(AnswerClock clock, List<TicketEvent> events) {
        public Outcome {
            events = List.copyOf(events);
        }
    }

    public static Outcome of(Change change, Targets targets) {
        if (!change.isOutdated()) {
            return new AnswerTime(change, targets).derived();
        }
        Outcome before = new AnswerTime(change, targets).caughtUp();
        Outcome after = new AnswerTime(change.from(before.clock()), targets).derived();
        List<TicketEvent> events = new ArrayList<>(before.events());
        events.addAll(after.events());
        return new Outcome(after.clock(), events);
    }

    /** Why the clock would not run in that state, if a target applied. */
    public static Optional<Stop> pause(TicketState state) {
        if (state.status() == Status.ON_HOLD) {
            return Optional.of(Stop.ON_HOLD);
        }
        return state.isSnoozed() ? Optional.of(Stop.SNOOZED) : Optional.empty();
    }

    /** As the ticket would be if it had been there whenever its queue got other terms. */
    private Outcome caughtUp() {
        TicketData ticket = change.before();
        RunningClock clock = new RunningClock(ticket.clock());
        Optional<Chosen> chosen = Optional.empty();
        List<Former> passed = change.passed();
        for (int i = 0; i < passed.size(); i++) {
            Former former = passed.get(i);
            Instant until = former.until().isBefore(change.now()) ? former.until() : change.now();
            clock.use(former.calendar(), until);
            boolean last = i == passed.size() - 1;
            chosen = targets.choose(
                    ticket,
                    last
                            ? change.from().level().targets()
                            : passed.get(i + 1).level().targets());
            clock.aimAt(chosen);
            if (clock.hasTarget() && pause(ticket.state()).isEmpty()) {
                clock.start(later(until, ticket.state().waitingSince()));
            } else {
                clock.stop();
            }
        }
        return outcome(ticket.clock(), clock, ticket.state(), change.from(), chosen);
    }

    private Outcome derived() {
        return change.after().state().waitingSince() == null ? over() : waiting();
    }

    private Outcome waiting() {
        AnswerClock before = change.goesOn() ? change.before().clock() : AnswerClock.none();
        TicketState state = change.after().state();
        RunningClock clock = new RunningClock(before);
        if (change.goesOn() && clock.hasTarget()) {
            clock.waits(change.from().calendar(), change.waitedSince(), change.waitsSince());
        }
        if (change.moves()) {
            clock.use(change.from().calendar(), change.now());
        }
        boolean runs = pause(state).isEmpty();
        boolean starts = runs && before.runningSince() == null;
        Optional<Chosen> chosen = Optional.empty();
        if (!change.goesOn() || change.moves() || change.changesFacts() || starts) {
            chosen = targets.choose(change.after(), change.to().level().targets());
            clock.aimAt(chosen);
        }
        if (clock.hasTarget() && runs) {
            clock.start(change.begins());
        } else {
            clock.use(change.to().calendar(), change.now());
            clock.stop();
        }
        return outcome(before, clock, state, change.to(), chosen);
    }

    /** Nobody waits any more. */
    private Outcome over() {
        RunningClock clock = new RunningClock(change.before().clock());
        if (!clock.hasTarget() || !change.answers()) {
            return new Outcome(AnswerClock.none(), List.of());
        }
        clock.use(change.from().calendar(), change.now());
        TicketEvent verdict = clock.left().isNegative()
                ? new TicketEvent.AnswerTargetMissed(
                        clock.target(), clock.left().negated())
                : new TicketEvent.AnswerTargetMet(clock.target(), clock.left());
        List<String> reached = Escalations.reached(change.before().clock());
        List<String> undone = Escalations.left(change.before().clock(), change.from());
        return new Outcome(
                AnswerClock.none(),
                reached.isEmpty() && undone.isEmpty()
                        ? List.of(verdict)
                        : List.of(verdict, new TicketEvent.EscalationEnded(reached, undone)));
    }

    private static Outcome outcome(
            AnswerClock before, RunningClock clock, TicketState state, Terms terms, Optional<Chosen> chosen) {
        AnswerClock after = clock.done(terms);
        if (after.runningSince() != null && isOther(before, after)) {
            return new Outcome(
                    after,
                    List.of(new TicketEvent.AnswerDueSet(
                            clock.target(),
                            Optional.ofNullable(after.due()),
                            Objects.requireNonNull(after.allowed()),
                            clock.used(),
                            chosen.map(Chosen::because).orElse(List.of()))));
        }
        if (after.runningSince() == null && before.runningSince() != null) {
            Stop why = pause(state).orElse(Stop.NO_TARGET);
            return new Outcome(after, List.of(new TicketEvent.AnswerClockStopped(why, clock.used())));
        }
        return new Outcome(after, List.of());
    }

    private static boolean isOther(AnswerClock before, AnswerClock after) {
        return before.runningSince() == null
                || !Objects.equals(before.target(), after.target())
                || !Objects.equals(before.allowed(), after.allowed())
                || !Objects.equals(before.due(), after.due());
    }

    private static boolean isLater(@Nullable Instant one, @Nullable Instant other) {
        return one != null && other != null && one.isAfter(other);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }
}
