// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.command.Answer;
import dev.troubletickets.core.lifecycle.Step.DeliveryFails.Missed;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a ticket (A5 to A10, B3, B4). A pure function of its arguments. */
public final class Lifecycle {
    private Lifecycle() {}

    /** A ticket with its first message, waiting for an answer from now on. */
    public static TicketState opened(QueueId queue, Priority priority, Instant now) {
        return new TicketState(
                Status.NEW,
                queue,
                priority,
                null,
                false,
                TicketState.Joined.NOTHING,
                false,
                now,
                null,
                null,
                false,
                1,
                0,
                0,
                false,
                1,
                null,
                null,
                null,
                List.of());
    }

    /** Why the step would be refused; empty if it would be taken. */
    public static Optional<Refusal> refusal(TicketState state, Step step, Policy policy, Instant now) {
        return Refusals.of(state, step, policy, now);
    }

    public static Decision decide(TicketId id, TicketState state, Step step, Policy policy, Instant now) {
        Optional<Refusal> refusal = Refusals.of(state, step, policy, now);
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        Draft draft = new Draft(id, state);
        if (step instanceof Step.CustomerReopens && state.status().isActive()) {
            draft.event(new TicketEvent.CustomerWaits(id));
        }
        return take(state, step, policy, now, draft);
    }

    private static Decision take(TicketState before, Step step, Policy policy, Instant now, Draft draft) {
        if (step instanceof Step.Joins joins) {
            return Joining.take(before, joins, policy, now, draft);
        } else if (step instanceof Step.CustomerWrites writes) {
            draft.event(new TicketEvent.CustomerReplied(draft.addCustomerWord(), writes.channel()));
            return backToStaff(before, policy, now, draft);
        } else if (step instanceof Step.CustomerReopens) {
            return backToStaff(before, policy, now, draft);
        } else if (step instanceof Step.WordStands stands) {
            draft.become(Status.OPEN, Cause.CUSTOMER);
            draft.customerWaits(stands.since());
            draft.counts().lastWord(false);
        } else if (step instanceof Step.MachineWrites) {
            draft.event(new TicketEvent.AutomaticMailReceived(draft.counts().addPublic()));
        } else if (step instanceof Step.Answers answers) {
            return answer(before, answers, policy, now, draft);
        } else if (step instanceof Step.Notes) {
            draft.addNote();
        } else if (step instanceof Step.PicksUp pickUp) {
            draft.event(new TicketEvent.TicketPickedUp());
            draft.assign(pickUp.by(), Cause.STAFF);
        } else if (step instanceof Step.Assigns assigns) {
            draft.event(new TicketEvent.TicketAssigned(before.assigned(), assigns.to()));
            draft.assign(assigns.to(), Cause.STAFF);
        } else if (step instanceof Step.IsAssigned assigned) {
            draft.event(new TicketEvent.TicketAssigned(before.assigned(), assigned.to()));
            draft.assign(assigned.to(), Cause.RULE);
        } else if (step instanceof Step.Releases) {
            before.assigned().ifPresent(from -> draft.event(new TicketEvent.TicketReleased(from)));
            draft.assign(null, Cause.STAFF);
        } else if (step instanceof Step.LeavesHands leaves) {
            draft.leaveHands(leaves, policy.autoClose(), now);
        } else if (step instanceof Step.Redirects redirects) {
            draft.redirect(redirects.by(), redirects.to());
            draft.runAutoClose(policy.autoClose(), now);
        } else if (step instanceof Step.ClosesPart closes) {
            draft.closePart(closes.part());
            draft.runAutoClose(policy.autoClose(), now);
        } else if (step instanceof Step.PassesPart passes) {
            draft.passPart(passes.from(), passes.to().orElse(null));
        } else if (step instanceof Step.Moves moves) {
            draft.move(moves.to());
        } else if (step instanceof Step.Prioritises prioritises) {
            draft.prioritise(prioritises.to());
        } else if (step instanceof Step.Sticks sticks) {
            draft.stick(sticks.sticky());
        } else if (step instanceof Step.Rates rates) {
            draft.event(new TicketEvent.TicketRated(
                    rates.rating().stars(), rates.rating().comment()));
        } else if (step instanceof Step.DeliveryFails fails) {
            return deliveryFails(fails, policy, now, draft);
        } else {
            return timed(before, step, policy, now, draft);
        }
        return draft.done(false);
    }

    private static Decision timed(TicketState before, Step step, Policy policy, Instant now, Draft draft) {
        if (step instanceof Step.Snoozes snoozes) {
            draft.timers().snooze(snoozes.until());
            draft.event(new TicketEvent.TicketSnoozed(snoozes.until()));
        } else if (step instanceof Step.Wakes wakes) {
            draft.wake(wakes.cause(), policy.autoClose(), now);
        } else if (step instanceof Step.PutsOffClosing) {
            draft.timers()
                    .putOffClosing(before.answeredAt(), now)
                    .ifPresent(at -> draft.event(new TicketEvent.AutoClosePutOff(at)));
        } else if (step instanceof Step.WarnsOfClosing) {
            draft.timers().warn(now).ifPresent(at -> draft.event(new TicketEvent.AutoCloseWarned(at)));
        } else if (step instanceof Step.SuspendsAutoClose) {
            if (before.autoCloseAt() != null) {
                draft.timers().stopAutoClose();
                draft.event(new TicketEvent.AutoCloseSuspended());
            }
        } else if (step instanceof Step.ResumesAutoClose) {
            resume(before, policy, now, draft);
        } else {
            return status(before, step, policy, now, draft);
        }
        return draft.done(false);
    }

    /** What was answered to go on talking does not close at once, as it would not have then. */
    private static void resume(TicketState before, Policy policy, Instant now, Draft draft) {
        boolean atOnce = policy.autoClose().mode() == AutoClose.Mode.AT_ONCE
                && before.status() == Status.ANSWERED
                && !before.isSnoozed()
                && !before.locked()
                && draft.isWhole();
        if (atOnce) {
            draft.because(Closing.atOnce(policy) + ", now that nothing is left to be done")
                    .settle(Status.CLOSED, Cause.AUTO_CLOSE, now);
        } else {
            draft.runAutoClose(policy.autoClose(), now);
            Optional.ofNullable(draft.timers().autoCloseAt())
                    .ifPresent(at -> draft.event(new TicketEvent.AutoCloseResumed(at)));
        }
    }

    private static Decision status(TicketState before, Step step, Policy policy, Instant now, Draft draft) {
        if (step instanceof Step.Holds) {
            draft.become(Status.ON_HOLD, Cause.STAFF);
        } else if (step instanceof Step.IsHeld) {
            draft.become(Status.ON_HOLD, Cause.RULE);
        } else if (step instanceof Step.Reopens) {
            draft.become(Status.OPEN, Cause.STAFF);
            if (!before.staffWroteLast()) {
                draft.customerWaits(now);
            }
        } else if (step instanceof Step.CustomerCloses) {
            customerSettles(before, now, draft);
        } else if (step instanceof Step.CustomerArchives) {
            if (before.status().isActive()) {
                customerSettles(before, now, draft);
            }
            draft.archive();
        } else {
            return settle(before, step, policy, now, draft);
        }
        return draft.done(false);
    }

    /** For as long as another customer waits, whose ticket was merged in, this one's customer closes it for themselves alone. */
    private static void customerSettles(TicketState before, Instant now, Draft draft) {
        if (before.joined().othersSince() == null) {
            draft.settle(Status.CLOSED, Cause.CUSTOMER, now);
        } else if (before.customerWaits()) {
            draft.customerSettles();
        }
    }

    private static Decision settle(TicketState before, Step step, Policy policy, Instant now, Draft draft) {
        if (step instanceof Step.Resolves) {
            draft.settle(Status.RESOLVED, Cause.STAFF, now);
        } else if (step instanceof Step.Closes) {
            draft.settle(Status.CLOSED, Cause.STAFF, now);
        } else if (step instanceof Step.AutoCloses) {
            draft.because(Closing.afterDays(before, policy)).settle(Status.CLOSED, Cause.AUTO_CLOSE, now);
        } else {
            throw new IllegalStateException("no rule for " + step);
        }
        return draft.done(before.status().isActive());
    }

    /**
     * The customer wants something again. What was answered, settled or put away goes to the unassigned unless it is sticky; a technician
     * who has not answered yet keeps the ticket when the customer adds a word.
     */
    private static Decision backToStaff(TicketState before, Policy policy, Instant now, Draft draft) {
        if (!before.isUnanswered()) {
            draft.releaseUnlessHeld();
        }
        draft.wake(Cause.CUSTOMER, policy.autoClose(), now);
        if (before.status() != Status.NEW) {
            draft.become(Status.OPEN, Cause.CUSTOMER);
        }
        draft.customerWaits(now);
        return draft.done(false);
    }

    private static Decision answer(TicketState before, Step.Answers answers, Policy policy, Instant now, Draft draft) {
        draft.event(new TicketEvent.TicketAnswered(draft.addAnswer(now), answers.cc()));
        if (answers.withNote()) {
            draft.addNote();
        }
        answers.sticky().ifPresent(draft::stick);
        // who was invited to answer does not settle what is another's (G10)
        boolean atOnce = policy.autoClose().mode() == AutoClose.Mode.AT_ONCE && answers.isOnOwn(before);
        boolean closes = answers.then() == Answer.Then.CLOSE || (answers.then() == Answer.Then.AUTO_CLOSE && atOnce);
        if (closes && draft.isWhole() && answers.then() == Answer.Then.CLOSE) {
            draft.settle(Status.CLOSED, Cause.STAFF, now);
        } else if (closes && draft.isWhole()) {
            draft.because(Closing.atOnce(policy)).settle(Status.CLOSED, Cause.AUTO_CLOSE, now);
        } else if (closes) {
            draft.become(Status.ANSWERED, Cause.STAFF);
            draft.closePart(Holder.technician(answers.by()));
            draft.runAutoClose(policy.autoClose(), now);
        } else {
            draft.become(Status.ANSWERED, Cause.STAFF);
            draft.lock(answers.then() == Answer.Then.KEEP_OPEN && before.isAssignedTo(answers.by()));
            draft.runAutoClose(policy.autoClose(), now);
        }
        return draft.done(false);
    }

    /** An answer that did not reach the requester is no answer yet: staff get the ticket back. Whom no mail reaches is not warned (G5). */
    private static Decision deliveryFails(Step.DeliveryFails fails, Policy policy, Instant now, Draft draft) {
        draft.event(new TicketEvent.DeliveryFailed(fails.recipients(), fails.reason()));
        if (fails.missed() == Missed.ANSWER) {
            draft.wake(Cause.FAILED_DELIVERY, policy.autoClose(), now);
            draft.become(Status.OPEN, Cause.FAILED_DELIVERY);
            draft.customerWaits(now);
        } else if (fails.missed() == Missed.AUTOMATIC_MAIL && draft.timers().autoCloseAt() != null) {
            draft.timers().stopAutoClose();
            draft.event(new TicketEvent.AutoCloseStopped());
        }
        return draft.done(false);
    }
}
