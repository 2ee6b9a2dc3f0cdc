// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.event.TicketEvent.FieldChanged;
import dev.troubletickets.event.TicketEvent.StatusChanged;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ticket's state while a step changes it, with the events the changes bring. One use, one thread. */
final class Draft {
    private final TicketId id;
    private final List<TicketEvent> events = new ArrayList<>();

    private Status status;
    private Priority priority;
    private final Holding holding;
    private boolean sticky;
    private boolean locked;
    private final Counts counts;
    private final Waiting waiting;
    private final Timers timers;
    private @Nullable Instant answeredAt;
    private @Nullable Instant settledAt;
    private boolean archived;
    private @Nullable String because;

    Draft(TicketId id, TicketState s) {
        this.id = id;
        status = s.status();
        priority = s.priority();
        holding = new Holding(s);
        sticky = s.sticky();
        locked = s.locked();
        counts = new Counts(id, s);
        waiting = new Waiting(s);
        timers = new Timers(s);
        answeredAt = s.answeredAt();
        settledAt = s.settledAt();
        archived = s.archived();
    }

    /** A word of the customer, which they have read, of course. */
    MessageId addCustomerWord() {
        MessageId message = counts.addPublic();
        counts.lastWord(false);
        counts.customerHasRead();
        return message;
    }

    MessageId addAnswer(Instant now) {
        answeredAt = now;
        waiting.end();
        archived = false;
        settledAt = null;
        return counts.addAnswer();
    }

    void addNote() {
        event(new TicketEvent.NoteAdded(counts.addNote()));
    }

    /** The customer waits, as of then if nobody has waited longer. */
    void customerWaits(Instant since) {
        waiting.own(since);
    }

    /** The ticket's own customer waits for nothing any more; others do. */
    void customerSettles() {
        waiting.ownSince(null);
        event(new TicketEvent.CustomerSettled(id));
    }

    Counts counts() {
        return counts;
    }

    Holding holding() {
        return holding;
    }

    Waiting waiting() {
        return waiting;
    }

    Timers timers() {
        return timers;
    }

    /** There are answers the customer has not read; such a ticket is not put away. */
    void unread() {
        counts.unread();
        archived = false;
    }

    void stand(Standing to) {
        become(to.status(), Cause.STAFF);
        waiting.set(to);
        timers.set(to);
        counts.lastAnswer(to.lastAnswer());
        counts.lastWord(to.staffWroteLast());
        settledAt = to.settledAt();
        archived = to.archived();
    }

    /** A reply to an answer goes to the unassigned, unless the ticket is sticky or its author is still talking (A7, B4). */
    void releaseUnlessHeld() {
        StaffId assignee = holding.assignee();
        if (assignee != null && !sticky && !locked) {
            event(new TicketEvent.TicketReleased(assignee));
            holding.give(holding.queue(), null);
        }
    }

    void assign(@Nullable StaffId to, Cause cause) {
        give(holding.queue(), to, cause);
    }

    private void give(QueueId queue, @Nullable StaffId to, Cause cause) {
        holding.give(queue, to);
        locked = false;
        if (to != null && status == Status.NEW) {
            become(Status.OPEN, cause);
        }
    }

    /** What was held by them is nobody's; an answered ticket that is open with nobody else any more closes in its time. */
    void leaveHands(Step.LeavesHands leaves, AutoClose rule, Instant now) {
        boolean open = !isWhole();
        if (holding.leave(leaves)) {
            locked = false;
        }
        if (open && isWhole()) {
            runAutoClose(rule, now);
        }
    }

    void lock(boolean value) {
        locked = value;
    }

    void stick(boolean value) {
        changed(Field.STICKY, String.valueOf(sticky), String.valueOf(value));
        sticky = value;
    }

    void move(QueueId to) {
        changed(Field.QUEUE, String.valueOf(holding.queue().value()), String.valueOf(to.value()));
        holding.give(to, holding.assignee());
    }

    /** Hands the ticket on; whoever had it, and whoever sends it on, keeps a part (B5). */
    void redirect(StaffId by, Holder to) {
        Holder from = holding.inCharge();
        holding.keepPart(holding.isInCharge(by) ? Holder.technician(by) : from);
        event(new TicketEvent.TicketRedirected(from, to));
        passTo(to);
    }

    /** The part is done; where it was the part in charge, the one who has waited longest takes over. */
    void closePart(Holder part) {
        event(new TicketEvent.PartClosed(part));
        if (!holding.parts().remove(part)) {
            passTo(holding.parts().remove(0));
        }
    }

    /** True unless the ticket is open with others as well. */
    boolean isWhole() {
        return holding.parts().isEmpty();
    }

    /** A queue's part of the ticket goes to another queue, or ends with it. */
    void passPart(QueueId from, @Nullable QueueId to) {
        if (holding.passPart(from, to)) {
            event(new TicketEvent.PartPassed(from, Optional.ofNullable(to)));
        }
    }

    private void passTo(Holder to) {
        if (to instanceof Holder.Technician technician) {
            assign(technician.staff(), Cause.STAFF);
        } else if (to instanceof Holder.Department department) {
            give(department.queue(), null, Cause.STAFF);
        }
    }

    void prioritise(Priority to) {
        changed(Field.PRIORITY, String.valueOf(priority.value()), String.valueOf(to.value()));
        priority = to;
    }

    void archive() {
        archived = true;
        counts.customerHasRead();
        event(new TicketEvent.TicketArchived());
    }

    /**
     * An answered ticket closes after the delay, with a warning first where one is promised; while it is snoozed, or open with others,
     * nothing runs.
     */
    void runAutoClose(AutoClose rule, Instant now) {
        if (status == Status.ANSWERED && isWhole()) {
            timers.runAutoClose(rule, now);
        } else {
            timers.stopAutoClose();
        }
    }

    void wake(Cause cause, AutoClose rule, Instant now) {
        if (timers.wake()) {
            runAutoClose(rule, now);
            event(new TicketEvent.TicketWoken(cause));
        }
    }

    /** Enters an active status; a ticket that is being worked on is not put away, and does not close by itself. */
    void become(Status to, Cause cause) {
        if (status != to) {
            event(new StatusChanged(status, to, cause, Optional.ofNullable(because)));
            status = to;
        }
        archived = false;
        timers.stopAutoClose();
        settledAt = null;
    }

    /** Back in hand, if it was answered or settled; perhaps without the customer's noticing. */
    void openAgain(Cause cause, boolean quietly) {
        boolean put = archived;
        boolean onHold = status == Status.ON_HOLD && cause == Cause.STAFF;
        if (status != Status.NEW && !onHold) {
            become(Status.OPEN, cause);
        }
        archived = put && quietly;
    }

    /** Why the status changes from now on. */
    Draft because(String reason) {
        because = reason;
        return this;
    }

    /** Enters a final status; nobody waits any more. From resolved to closed is no new settlement. */
    void settle(Status to, Cause cause, Instant now) {
        boolean put = archived;
        Instant since = settledAt;
        become(to, cause);
        archived = put;
        settledAt = since == null ? now : since;
        waiting.end();
        locked = false;
        timers.wake();
        holding.parts().clear();
    }

    void event(TicketEvent event) {
        events.add(event);
    }

    Decision.Done done(boolean settled) {
        return new Decision.Done(state(), events, settled);
    }

    private TicketState state() {
        return new TicketState(
                status,
                holding.queue(),
                priority,
                holding.assignee(),
                sticky,
                counts.joined(waiting),
                locked,
                waiting.since(),
                answeredAt,
                settledAt,
                archived,
                counts.publicMessages(),
                counts.notes(),
                counts.lastAnswer(),
                counts.staffWroteLast(),
                counts.customerRead(),
                timers.autoCloseAt(),
                timers.closeWarningAt(),
                timers.snoozedUntil(),
                holding.parts());
    }

    private void changed(Field field, String from, String to) {
        if (!from.equals(to)) {
            event(new FieldChanged(field, Optional.of(from), Optional.of(to)));
        }
    }
}
