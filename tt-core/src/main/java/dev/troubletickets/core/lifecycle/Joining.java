// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.Optional;

/** What becomes of a ticket when others are merged into it (A12), or words of it are split off (A4). */
final class Joining {
    private Joining() {}

    static Decision take(TicketState before, Step.Joins step, Policy policy, Instant now, Draft draft) {
        if (step instanceof Step.TakesIn takes) {
            takeIn(takes, policy, now, draft);
        } else if (step instanceof Step.LosesWords loses) {
            loseWords(before, loses, policy, now, draft);
        } else if (step instanceof Step.StandsAgain stands) {
            draft.stand(stands.before());
        } else if (step instanceof Step.WaitsForRest waits) {
            waitForRest(waits, draft);
        } else if (step instanceof Step.OtherWrites writes) {
            draft.counts().join(1, 0);
            draft.event(new TicketEvent.CustomerReplied(writes.message(), writes.channel()));
            otherWaits(before, policy, now, draft);
        } else if (step instanceof Step.OtherReopens reopens) {
            draft.event(new TicketEvent.CustomerWaits(reopens.ticket()));
            otherWaits(before, policy, now, draft);
        } else if (step instanceof Step.OtherMachineWrites writes) {
            draft.counts().join(1, 0);
            draft.event(new TicketEvent.AutomaticMailReceived(writes.message()));
        } else if (step instanceof Step.OtherSettles settles) {
            draft.waiting().othersSince(settles.othersSince());
            draft.event(new TicketEvent.CustomerSettled(settles.ticket()));
        } else if (step instanceof Step.SettlesAlong along) {
            draft.settle(along.to(), along.cause(), now);
            return draft.done(true);
        } else if (step instanceof Step.GoesBack goes) {
            goBack(goes.before(), draft);
        } else if (step instanceof Step.Returns returns) {
            draft.timers().shiftAutoClose(returns.away());
        }
        return draft.done(false);
    }

    /** The ticket stays as it is, except that an unanswered word makes it unanswered. */
    private static void takeIn(Step.TakesIn takes, Policy policy, Instant now, Draft draft) {
        draft.counts().join(takes.messages(), takes.shown());
        takes.staffWroteLast().ifPresent(draft.counts()::lastWord);
        if (takes.unread()) {
            draft.unread();
        }
        if (takes.waitingSince() != null || takes.othersSince() != null) {
            draft.wake(Cause.STAFF, policy.autoClose(), now);
            draft.openAgain(Cause.STAFF, takes.waitingSince() == null);
        }
        if (takes.waitingSince() != null) {
            draft.customerWaits(takes.waitingSince());
        }
        if (takes.othersSince() != null) {
            draft.waiting().others(takes.othersSince());
        }
    }

    /** Where nobody waits any more, and the last word is an answer, it stands as answered; a split closes nothing. */
    private static void loseWords(TicketState before, Step.LosesWords loses, Policy policy, Instant now, Draft draft) {
        draft.counts().lastAnswer(loses.lastAnswer());
        draft.counts().lastWord(loses.staffWroteLast());
        if (before.customerWaits()) {
            draft.waiting().ownSince(loses.waitingSince());
        }
        boolean inWork = before.status() == Status.NEW || before.status() == Status.OPEN;
        if (inWork && before.customerWaits() && draft.waiting().since() == null && loses.staffWroteLast()) {
            draft.become(Status.ANSWERED, Cause.STAFF);
            draft.runAutoClose(policy.autoClose(), now);
        }
    }

    private static void waitForRest(Step.WaitsForRest waits, Draft draft) {
        draft.waiting().othersSince(waits.othersSince());
        if (draft.waiting().since() != null && !draft.waiting().othersOnly()) {
            draft.waiting().ownSince(waits.waitingSince());
        }
    }

    private static void goBack(Place to, Draft draft) {
        draft.move(to.queue());
        StaffId from = draft.holding().assignee();
        if (to.assignee() != null && !to.assignee().equals(from)) {
            draft.event(new TicketEvent.TicketAssigned(Optional.ofNullable(from), to.assignee()));
        } else if (from != null && to.assignee() == null) {
            draft.event(new TicketEvent.TicketReleased(from));
        }
        draft.holding().set(to);
    }

    /** As when the customer writes or reopens, but for that customer nothing has happened. */
    private static void otherWaits(TicketState before, Policy policy, Instant now, Draft draft) {
        if (!before.isUnanswered()) {
            draft.releaseUnlessHeld();
        }
        draft.wake(Cause.CUSTOMER, policy.autoClose(), now);
        draft.openAgain(Cause.CUSTOMER, true);
        draft.waiting().others(now);
    }
}
