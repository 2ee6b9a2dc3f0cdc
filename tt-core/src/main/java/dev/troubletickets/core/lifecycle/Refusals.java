// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.command.Answer;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a step cannot be taken in a state; what is not refused here succeeds. */
final class Refusals {
    private Refusals() {}

    static Optional<Refusal> of(TicketState state, Step step, Policy policy, Instant now) {
        return Optional.ofNullable(find(state, step, policy, now));
    }

    private static @Nullable Refusal find(TicketState s, Step step, Policy policy, Instant now) {
        if (step instanceof Step.Answers answers) {
            return answer(s, answers);
        }
        if (step instanceof Step.PicksUp pickUp) {
            return pickUp(s, pickUp);
        }
        if (step instanceof Step.Assigns assigns) {
            return s.isAssignedTo(assigns.to())
                    ? Refusal.ALREADY_SO
                    : when(!assigns.hasProfile(), Refusal.ASSIGNEE_WITHOUT_PROFILE);
        }
        if (step instanceof Step.IsAssigned) {
            return when(s.assignee() != null, Refusal.ASSIGNED_ALREADY);
        }
        if (step instanceof Step.Redirects redirects) {
            return redirect(s, redirects);
        }
        if (step instanceof Step.ClosesPart closes) {
            boolean theirs = s.holder().equals(closes.part()) || s.parts().contains(closes.part());
            return when(s.parts().isEmpty() || !theirs, Refusal.ALREADY_SO);
        }
        if (step instanceof Step.Releases) {
            return when(s.assignee() == null, Refusal.NOT_ASSIGNED);
        }
        if (step instanceof Step.CustomerArchives) {
            return s.archived() ? Refusal.ALREADY_SO : when(s.customerWaits(), Refusal.STILL_IN_PROGRESS);
        }
        if (step instanceof Step.CustomerWrites) {
            return when(isTooLate(s, policy, now), Refusal.REOPENING_TOO_LATE);
        }
        if (step instanceof Step.CustomerReopens) {
            return s.status().isActive() && !s.joined().othersOnly()
                    ? Refusal.ALREADY_SO
                    : when(isTooLate(s, policy, now), Refusal.REOPENING_TOO_LATE);
        }
        if (step instanceof Step.Rates) {
            return policy.ratings() ? when(s.status().isActive(), Refusal.NOT_SETTLED) : Refusal.RATINGS_OFF;
        }
        if (step instanceof Step.AutoCloses) {
            return when(isAhead(s.autoCloseAt(), now) || s.closeWarningAt() != null, Refusal.ALREADY_SO);
        }
        if (step instanceof Step.PutsOffClosing) {
            return when(s.autoCloseAt() == null, Refusal.ALREADY_SO);
        }
        if (step instanceof Step.WarnsOfClosing) {
            return when(isAhead(s.closeWarningAt(), now), Refusal.ALREADY_SO);
        }
        return snooze(s, step, policy, now);
    }

    private static @Nullable Refusal snooze(TicketState s, Step step, Policy policy, Instant now) {
        if (step instanceof Step.Snoozes) {
            return when(!s.status().isActive(), Refusal.CLOSED);
        }
        if (step instanceof Step.Wakes wakes) {
            boolean early = wakes.cause() == Cause.TIME && isAhead(s.snoozedUntil(), now);
            return when(!s.isSnoozed() || early, Refusal.NOT_SNOOZED);
        }
        return status(s, step, policy);
    }

    /** Who was invited to answer (G10) neither closes nor reopens what is another's. */
    private static @Nullable Refusal answer(TicketState s, Step.Answers answers) {
        if (!answers.isOnOwn(s)) {
            if (!answers.invited() || answers.then() == Answer.Then.CLOSE) {
                return Refusal.NOT_ASSIGNEE;
            }
            if (!s.status().isActive()) {
                return Refusal.CLOSED;
            }
        }
        return when(!answers.hasProfile(), Refusal.PROFILE_MISSING);
    }

    private static @Nullable Refusal redirect(TicketState s, Step.Redirects redirects) {
        if (!s.status().isActive()) {
            return Refusal.CLOSED;
        }
        return s.holder().equals(redirects.to())
                ? Refusal.ALREADY_SO
                : when(!redirects.hasProfile(), Refusal.ASSIGNEE_WITHOUT_PROFILE);
    }

    private static @Nullable Refusal pickUp(TicketState s, Step.PicksUp pickUp) {
        if (s.isAssignedTo(pickUp.by())) {
            return Refusal.ALREADY_SO;
        }
        return s.assignee() != null ? Refusal.ASSIGNED_ALREADY : when(!pickUp.hasProfile(), Refusal.PROFILE_MISSING);
    }

    private static @Nullable Refusal status(TicketState s, Step step, Policy policy) {
        if (step instanceof Step.Holds || step instanceof Step.IsHeld) {
            return s.status().isActive() ? when(s.status() == Status.ON_HOLD, Refusal.ALREADY_SO) : Refusal.CLOSED;
        }
        if (step instanceof Step.Resolves) {
            return !s.parts().isEmpty()
                    ? Refusal.PARTS_OPEN
                    : s.status().isActive()
                            ? takeOver(s, policy)
                            : s.status() == Status.RESOLVED ? Refusal.ALREADY_SO : Refusal.CLOSED;
        }
        if (step instanceof Step.Closes) {
            return s.status() == Status.CLOSED ? Refusal.ALREADY_SO : takeOver(s, policy);
        }
        if (step instanceof Step.CustomerCloses) {
            return when(s.status() == Status.CLOSED || s.joined().othersOnly(), Refusal.ALREADY_SO);
        }
        boolean open = s.status() == Status.NEW || s.status() == Status.OPEN;
        return when(step instanceof Step.Reopens && open, Refusal.ALREADY_SO);
    }

    /** The customer's time to reopen a settled ticket is over (G14). */
    private static boolean isTooLate(TicketState s, Policy policy, Instant now) {
        Instant settledAt = s.settledAt();
        return settledAt != null
                && policy.reopeningWindow()
                        .filter(days -> now.isAfter(settledAt.plus(Duration.ofDays(days))))
                        .isPresent();
    }

    private static @Nullable Refusal takeOver(TicketState s, Policy policy) {
        return when(policy.takeOverBeforeClosing() && s.assignee() == null, Refusal.TAKE_OVER_FIRST);
    }

    /** Not to happen, or not yet. */
    private static boolean isAhead(@Nullable Instant time, Instant now) {
        return time == null || time.isAfter(now);
    }

    private static @Nullable Refusal when(boolean refused, Refusal refusal) {
        return refused ? refusal : null;
    }
}
