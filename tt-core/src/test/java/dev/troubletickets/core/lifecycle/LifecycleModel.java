// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.command.Answer;
import dev.troubletickets.core.lifecycle.Step.DeliveryFails.Missed;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A ticket's life on paper: written from the rules (A5 to A10, A14, B3, B4, B5, G5) and not from the code, to be held against it. It knows whether a
 * step is taken, and what staff and customer then see.
 */
final class LifecycleModel {
    private static final Duration ONE_DAY = Duration.ofDays(1);

    Status status = Status.NEW;
    Optional<StaffId> assignee = Optional.empty();
    Optional<Instant> waitingSince;
    Optional<Instant> autoCloseAt = Optional.empty();
    Optional<Instant> closeWarningAt = Optional.empty();
    Optional<Instant> snoozedUntil = Optional.empty();
    Optional<Instant> answeredAt = Optional.empty();
    /** Since when nothing has been expected, but for a further answer. */
    Optional<Instant> settledAt = Optional.empty();

    /** Besides the one in charge. */
    List<Holder> parts = new ArrayList<>();

    QueueId queue = QueueId.of(1);
    boolean archived;
    boolean unread;
    boolean sticky;
    /** The author of the last answer is still talking. */
    boolean locked;
    /** The last public message is an answer. */
    boolean staffWroteLast;

    LifecycleModel(Instant opened) {
        waitingSince = Optional.of(opened);
    }

    /** Takes the step if the rules allow it. */
    boolean take(Step step, Policy policy, Instant now) {
        boolean taken = allows(step, policy, now);
        if (taken) {
            apply(step, policy, now);
        }
        return taken;
    }

    CustomerStatus customerStatus() {
        if (archived) {
            return CustomerStatus.ARCHIVED;
        }
        return waitingSince.isPresent()
                ? CustomerStatus.IN_PROGRESS
                : unread ? CustomerStatus.NEW_MESSAGES : CustomerStatus.REVIEWED;
    }

    private boolean allows(Step step, Policy policy, Instant now) {
        boolean settled = status == Status.RESOLVED || status == Status.CLOSED;
        boolean mustTakeOver = policy.takeOverBeforeClosing() && assignee.isEmpty();
        if (step instanceof Step.Answers answers) {
            boolean guests = answers.invited() && answers.then() != Answer.Then.CLOSE && !settled;
            return (isTheirs(answers.by()) || guests) && answers.hasProfile();
        } else if (step instanceof Step.Redirects redirects) {
            return !settled && !redirects.to().equals(inCharge()) && redirects.hasProfile();
        } else if (step instanceof Step.ClosesPart closes) {
            return !parts.isEmpty()
                    && (parts.contains(closes.part()) || closes.part().equals(inCharge()));
        } else if (step instanceof Step.PicksUp pickUp) {
            return assignee.isEmpty() && pickUp.hasProfile();
        } else if (step instanceof Step.Assigns assigns) {
            return !assignee.equals(Optional.of(assigns.to())) && assigns.hasProfile();
        } else if (step instanceof Step.Releases) {
            return assignee.isPresent();
        } else if (step instanceof Step.CustomerArchives) {
            return !archived && waitingSince.isEmpty();
        } else if (step instanceof Step.Rates) {
            return settled && policy.ratings();
        } else if (step instanceof Step.CustomerCloses) {
            return status != Status.CLOSED;
        } else if (step instanceof Step.CustomerWrites) {
            return isInTime(policy, now);
        } else if (step instanceof Step.CustomerReopens) {
            return settled && isInTime(policy, now);
        } else if (step instanceof Step.Holds) {
            return !settled && status != Status.ON_HOLD;
        } else if (step instanceof Step.Resolves) {
            return !settled && !mustTakeOver && parts.isEmpty();
        } else if (step instanceof Step.Closes) {
            return status != Status.CLOSED && !mustTakeOver;
        } else if (step instanceof Step.Reopens) {
            return status != Status.OPEN && status != Status.NEW;
        } else if (step instanceof Step.AutoCloses) {
            return isOver(autoCloseAt, now) && closeWarningAt.isEmpty();
        } else if (step instanceof Step.WarnsOfClosing) {
            return isOver(closeWarningAt, now);
        } else if (step instanceof Step.PutsOffClosing) {
            return autoCloseAt.isPresent();
        } else if (step instanceof Step.Snoozes) {
            return !settled;
        } else if (step instanceof Step.Wakes wakes) {
            return wakes.cause() == Cause.TIME ? isOver(snoozedUntil, now) : snoozedUntil.isPresent();
        }
        return true;
    }

    private boolean isTheirs(StaffId staff) {
        return assignee.equals(Optional.of(staff)) || parts.contains(Holder.technician(staff));
    }

    private static boolean isOver(Optional<Instant> time, Instant now) {
        return time.filter(at -> !at.isAfter(now)).isPresent();
    }

    private boolean isInTime(Policy policy, Instant now) {
        return settledAt.isEmpty()
                || policy.reopeningWindow().isEmpty()
                || !now.isAfter(settledAt
                        .get()
                        .plus(Duration.ofDays(policy.reopeningWindow().get())));
    }

    private void apply(Step step, Policy policy, Instant now) {
        if (step instanceof Step.CustomerWrites) {
            staffWroteLast = false;
            unread = false;
            backToStaff(now);
        } else if (step instanceof Step.CustomerReopens) {
            backToStaff(now);
        } else if (step instanceof Step.Answers answers) {
            answer(answers, policy, now);
        } else if (step instanceof Step.PicksUp pickUp) {
            assign(Optional.of(pickUp.by()));
        } else if (step instanceof Step.Assigns assigns) {
            assign(Optional.of(assigns.to()));
        } else if (step instanceof Step.Releases) {
            assign(Optional.empty());
        } else if (step instanceof Step.Sticks sticks) {
            sticky = sticks.sticky();
        } else if (step instanceof Step.Holds) {
            work(Status.ON_HOLD);
        } else if (step instanceof Step.Resolves) {
            settle(Status.RESOLVED, now);
        } else if (step instanceof Step.Closes
                || step instanceof Step.CustomerCloses
                || step instanceof Step.AutoCloses) {
            settle(Status.CLOSED, now);
        } else if (step instanceof Step.Reopens) {
            work(Status.OPEN);
            waitingSince = staffWroteLast ? waitingSince : Optional.of(waitingSince.orElse(now));
        } else if (step instanceof Step.CustomerArchives) {
            settle(status.isActive() ? Status.CLOSED : status, now);
            archived = true;
            unread = false;
        } else if (step instanceof Step.Redirects redirects) {
            boolean own =
                    assignee.map(redirects.by()::equals).orElse(!parts.contains(Holder.technician(redirects.by())));
            add(own ? Holder.technician(redirects.by()) : inCharge());
            pass(redirects.to());
            startAutoClose(policy, now);
        } else if (step instanceof Step.ClosesPart closes) {
            closePart(closes.part());
            startAutoClose(policy, now);
        } else if (step instanceof Step.Moves moves) {
            queue = moves.to();
            parts.remove(inCharge());
        } else if (step instanceof Step.Snoozes snoozes) {
            snoozedUntil = Optional.of(snoozes.until());
            stopAutoClose();
        } else if (step instanceof Step.Wakes) {
            snoozedUntil = Optional.empty();
            startAutoClose(policy, now);
        } else if (step instanceof Step.WarnsOfClosing) {
            Duration promised = Duration.between(closeWarningAt.orElseThrow(), autoCloseAt.orElseThrow());
            autoCloseAt = autoCloseAt.map(at -> now.plus(promised).isAfter(at) ? now.plus(promised) : at);
            closeWarningAt = Optional.empty();
        } else if (step instanceof Step.PutsOffClosing) {
            Instant due = closeWarningAt.orElse(autoCloseAt.orElseThrow());
            Instant answered = answeredAt.orElseThrow();
            Instant later = Collections.max(List.of(now.plus(Duration.between(answered, due)), now.plus(ONE_DAY)));
            Duration off = Duration.between(due, later);
            autoCloseAt = autoCloseAt.map(at -> at.plus(off));
            closeWarningAt = closeWarningAt.map(at -> at.plus(off));
        } else if (step instanceof Step.SuspendsAutoClose) {
            stopAutoClose();
        } else if (step instanceof Step.ResumesAutoClose) {
            resumeAutoClose(policy, now);
        } else if (step instanceof Step.DeliveryFails fails && fails.missed() == Missed.ANSWER) {
            snoozedUntil = Optional.empty();
            work(Status.OPEN);
            waitingSince = Optional.of(waitingSince.orElse(now));
        } else if (step instanceof Step.DeliveryFails fails && fails.missed() == Missed.AUTOMATIC_MAIL) {
            stopAutoClose();
        }
    }

    private void answer(Step.Answers answers, Policy policy, Instant now) {
        answeredAt = Optional.of(now);
        staffWroteLast = true;
        unread = true;
        archived = false;
        waitingSince = Optional.empty();
        settledAt = Optional.empty();
        sticky = answers.sticky().orElse(sticky);
        boolean atOnce = policy.autoClose().equals(AutoClose.atOnce()) && isTheirs(answers.by());
        boolean closes = answers.then() == Answer.Then.CLOSE || (answers.then() == Answer.Then.AUTO_CLOSE && atOnce);
        if (closes && parts.isEmpty()) {
            settle(Status.CLOSED, now);
        } else if (closes) {
            work(Status.ANSWERED);
            closePart(Holder.technician(answers.by()));
            startAutoClose(policy, now);
        } else {
            work(Status.ANSWERED);
            locked = answers.then() == Answer.Then.KEEP_OPEN && assignee.equals(Optional.of(answers.by()));
            startAutoClose(policy, now);
        }
    }

    private Holder inCharge() {
        return assignee.map(Holder::technician).orElse(Holder.department(queue));
    }

    private void closePart(Holder part) {
        if (!parts.remove(part)) {
            pass(parts.remove(0));
        }
    }

    private void add(Holder part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    private void pass(Holder to) {
        if (to instanceof Holder.Department department) {
            queue = department.queue();
            assign(Optional.empty());
        } else {
            assign(Optional.of(((Holder.Technician) to).staff()));
        }
    }

    private void startAutoClose(Policy policy, Instant now) {
        AutoClose rule = policy.autoClose();
        stopAutoClose();
        if (status == Status.ANSWERED
                && rule.mode() == AutoClose.Mode.AFTER_DAYS
                && snoozedUntil.isEmpty()
                && parts.isEmpty()) {
            autoCloseAt = Optional.of(now.plus(Duration.ofDays(rule.days())));
            closeWarningAt =
                    autoCloseAt.filter(at -> rule.warning() > 0).map(at -> at.minus(Duration.ofDays(rule.warning())));
        }
    }

    private void resumeAutoClose(Policy policy, Instant now) {
        boolean done = status == Status.ANSWERED && parts.isEmpty() && snoozedUntil.isEmpty() && !locked;
        if (done && policy.autoClose().equals(AutoClose.atOnce())) {
            settle(Status.CLOSED, now);
        } else {
            startAutoClose(policy, now);
        }
    }

    private void stopAutoClose() {
        autoCloseAt = Optional.empty();
        closeWarningAt = Optional.empty();
    }

    private void backToStaff(Instant now) {
        snoozedUntil = Optional.empty();
        if (waitingSince.isEmpty() && !sticky && !locked) {
            assignee = Optional.empty();
            parts.remove(inCharge());
        }
        work(status == Status.NEW ? Status.NEW : Status.OPEN);
        waitingSince = Optional.of(waitingSince.orElse(now));
    }

    private void assign(Optional<StaffId> to) {
        assignee = to;
        locked = false;
        parts.remove(inCharge());
        status = to.isPresent() && status == Status.NEW ? Status.OPEN : status;
    }

    private void work(Status to) {
        status = to;
        archived = false;
        stopAutoClose();
        settledAt = Optional.empty();
    }

    private void settle(Status to, Instant now) {
        settledAt = Optional.of(settledAt.orElse(now));
        status = to;
        waitingSince = Optional.empty();
        snoozedUntil = Optional.empty();
        parts.clear();
        stopAutoClose();
        locked = false;
    }
}
