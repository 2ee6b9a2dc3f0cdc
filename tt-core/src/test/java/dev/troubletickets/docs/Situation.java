// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.docs;

import dev.troubletickets.core.lifecycle.Decision;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.lifecycle.Policy;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A ticket's state with what else decides over a step, for the table of the life cycle.
 *
 * @param late asked when the reopening window has passed
 * @param profile the technician who acts, or to whom a ticket is given, has a profile
 */
record Situation(TicketState state, AutoClose autoClose, boolean takeOver, boolean profile, boolean late) {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final StaffId ME = StaffId.of("me");
    static final StaffId ANOTHER = StaffId.of("another");
    static final AutoClose WARNING = AutoClose.afterDays(3).warning(1);
    static final Holder THERE = Holder.department(QueueId.of(2));
    static final Duration DELAY = Duration.ofDays(3);
    private static final int WINDOW = 30;

    /** Facts that may decide, in the order in which the table asks for them. */
    enum Fact {
        WINDOW,
        ASSIGNED,
        PROFILE,
        TAKE_OVER,
        AUTO_CLOSE,
        HELD,
        LAST_WORD,
        UNREAD,
        RUNNING,
        WARNING,
        SNOOZED,
        PARTS,
        THERE,
        TALKING
    }

    Policy policy() {
        return new Policy(autoClose, false, takeOver, Optional.of(WINDOW), true);
    }

    String value(Fact fact) {
        return switch (fact) {
            case WINDOW -> late ? "the reopening window has passed" : "within the reopening window";
            case ASSIGNED ->
                state.assignee() == null
                        ? "assigned to nobody"
                        : state.isAssignedTo(ME) ? "assigned to the technician" : "assigned to another";
            case PROFILE -> profile ? "with a staff profile" : "without a staff profile";
            case TAKE_OVER -> takeOver ? "taking over is demanded" : "taking over is not demanded";
            case AUTO_CLOSE ->
                switch (autoClose.mode()) {
                    case AT_ONCE -> "auto-close at once";
                    case AFTER_DAYS ->
                        autoClose.warning() > 0 ? "auto-close after days with a warning" : "auto-close after days";
                    case NEVER -> "auto-close never";
                };
            case HELD -> state.sticky() || state.locked() ? "sticky or kept open" : "neither sticky nor kept open";
            case LAST_WORD -> state.staffWroteLast() ? "the last word is an answer" : "the last word is no answer";
            case UNREAD -> state.isUnreadByCustomer() ? "an answer is unread" : "no answer is unread";
            case WARNING -> state.closeWarningAt() != null ? "a warning comes first" : "no warning comes";
            case PARTS ->
                state.parts().isEmpty()
                        ? "open with nobody besides"
                        : state.hasPart(ME) ? "open with the technician besides" : "open with another besides";
            case THERE ->
                state.holder().equals(THERE) ? "it is with that department already" : "it is not with that department";
            case TALKING -> state.locked() ? "kept open" : "not kept open";
            case SNOOZED -> state.isSnoozed() ? "snoozed" : "not snoozed";
            case RUNNING -> state.autoCloseAt() != null ? "an auto-close runs" : "no auto-close runs";
        };
    }

    /** Every state that the steps lead to, folded by what matters to the next step. */
    static Set<TicketState> reachable(Collection<Step> steps) {
        Map<List<Object>, TicketState> found = new LinkedHashMap<>();
        Deque<TicketState> open = new ArrayDeque<>();
        TicketState first = Lifecycle.opened(QueueId.of(1), Priority.NORMAL, NOW);
        found.put(folded(first), first);
        open.add(first);
        while (!open.isEmpty()) {
            for (Situation situation : around(open.remove())) {
                for (Step step : steps) {
                    if (!situation.late()
                            && situation.decide(step) instanceof Decision.Done done
                            && found.putIfAbsent(folded(done.state()), done.state()) == null) {
                        open.add(done.state());
                    }
                }
            }
            // reading is no step, but it is the customer's
            found.values().stream().toList().forEach(state -> {
                TicketState read = state.readByCustomer(state.publicMessages());
                if (found.putIfAbsent(folded(read), read) == null) {
                    open.add(read);
                }
            });
        }
        return new LinkedHashSet<>(found.values());
    }

    static List<Situation> around(TicketState state) {
        List<Situation> all = new ArrayList<>();
        for (AutoClose rule : List.of(AutoClose.atOnce(), AutoClose.afterDays(3), WARNING, AutoClose.never())) {
            for (boolean takeOver : List.of(false, true)) {
                for (boolean late : List.of(false, true)) {
                    all.add(new Situation(state, rule, takeOver, true, late));
                    all.add(new Situation(state, rule, takeOver, false, late));
                }
            }
        }
        return all;
    }

    /** What the rules say; timers are asked when they are due. */
    Decision decide(Step step) {
        boolean timed = step instanceof Step.AutoCloses
                || step instanceof Step.WarnsOfClosing
                || step instanceof Step.PutsOffClosing
                || step instanceof Step.Wakes;
        Instant now = timed ? NOW.plus(DELAY) : late ? NOW.plus(Duration.ofDays(WINDOW + 1)) : NOW;
        return Lifecycle.decide(TicketId.of(1), state, withProfile(step), policy(), now);
    }

    private Step withProfile(Step step) {
        if (step instanceof Step.Answers a) {
            return new Step.Answers(a.by(), profile, a.then(), a.sticky(), a.withNote(), a.cc(), a.invited());
        } else if (step instanceof Step.PicksUp p) {
            return new Step.PicksUp(p.by(), profile);
        }
        if (step instanceof Step.Redirects r) {
            return new Step.Redirects(r.by(), r.to(), profile || r.to() instanceof Holder.Department);
        }
        return step instanceof Step.Assigns a ? new Step.Assigns(a.to(), profile) : step;
    }

    private static List<Object> folded(TicketState s) {
        return List.of(
                s.status(),
                s.customerStatus(),
                s.assigned(),
                s.sticky(),
                s.locked(),
                s.isUnreadByCustomer(),
                s.staffWroteLast(),
                s.autoCloseAt() != null,
                s.parts().stream()
                        .map(part -> part.equals(Holder.technician(ME)))
                        .toList(),
                s.queue(),
                s.closeWarningAt() != null,
                s.isSnoozed());
    }
}
