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
import java.time.Duration;
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
    private QueueId queue;
    private Priority priority;
    private @Nullable StaffId assignee;
    private boolean sticky;
    private boolean locked;
    private @Nullable Instant waitingSince;
    private @Nullable Instant answeredAt;
    private @Nullable Instant settledAt;
    private boolean archived;
    private int publicMessages;
    private int notes;
    private int lastAnswer;
    private boolean staffWroteLast;
    private int customerRead;
    private @Nullable Instant autoCloseAt;
    private @Nullable Instant closeWarningAt;
    private @Nullable Instant snoozedUntil;
    private final List<Holder> parts;

    Draft(TicketId id, TicketState s) {
        this.id = id;
        status = s.status();
        queue = s.queue();
        priority = s.priority();
        assignee = s.assignee();
        sticky = s.sticky();
        locked = s.locked();
        waitingSince = s.waitingSince();
        answeredAt = s.answeredAt();
        settledAt = s.settledAt();
        archived = s.archived();
        publicMessages = s.publicMessages();
        notes = s.notes();
        lastAnswer = s.lastAnswer();
        staffWroteLast = s.staffWroteLast();
        customerRead = s.customerRead();
        autoCloseAt = s.autoCloseAt();
        closeWarningAt = s.closeWarningAt();
        snoozedUntil = s.snoozedUntil();
        parts = new ArrayList<>(s.parts());
    }

    MessageId addPublic() {
        publicMessages++;
        return MessageId.publicMessage(id, publicMessages);
    }

    /** A word of the customer, which they have read, of course. */
    MessageId addCustomerWord() {
        MessageId message = addPublic();
        staffWroteLast = false;
        customerHasRead();
        return message;
    }

    MessageId addAnswer(Instant now) {
        MessageId message = addPublic();
        lastAnswer = publicMessages;
        staffWroteLast = true;
        answeredAt = now;
        waitingSince = null;
        archived = false;
        settledAt = null;
        return message;
    }

    void addNote() {
        notes++;
        event(new TicketEvent.NoteAdded(MessageId.note(id, notes)));
    }

    void customerHasRead() {
        customerRead = publicMessages;
    }

    /** The customer is waiting from now on, if not already. */
    void customerWaits(Instant now) {
        waitingSince = waitingSince == null ? now : waitingSince;
    }

    /** A reply to an answer goes to the unassigned, unless the ticket is sticky or its author is still talking (A7, B4). */
    void releaseUnlessHeld() {
        if (assignee != null && !sticky && !locked) {
            event(new TicketEvent.TicketReleased(assignee));
            assignee = null;
            parts.remove(holder());
        }
    }

    void assign(@Nullable StaffId to, Cause cause) {
        assignee = to;
        locked = false;
        parts.remove(holder());
        if (to != null && status == Status.NEW) {
            become(Status.OPEN, cause);
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
        changed(Field.QUEUE, String.valueOf(queue.value()), String.valueOf(to.value()));
        queue = to;
        parts.remove(holder());
    }

    /** Hands the ticket on; whoever had it, and whoever sends it on, keeps a part (B5). */
    void redirect(StaffId by, Holder to) {
        Holder from = holder();
        boolean inCharge = assignee == null ? !parts.contains(Holder.technician(by)) : by.equals(assignee);
        keepPart(inCharge ? Holder.technician(by) : from);
        event(new TicketEvent.TicketRedirected(from, to));
        passTo(to);
    }

    /** The part is done; where it was the part in charge, the one who has waited longest takes over. */
    void closePart(Holder part) {
        event(new TicketEvent.PartClosed(part));
        if (!parts.remove(part)) {
            passTo(parts.remove(0));
        }
    }

    /** True unless the ticket is open with others as well. */
    boolean isWhole() {
        return parts.isEmpty();
    }

    /** A queue's part of the ticket goes to another queue, or ends with it. */
    void passPart(QueueId from, @Nullable QueueId to) {
        if (parts.remove(Holder.department(from))) {
            event(new TicketEvent.PartPassed(from, Optional.ofNullable(to)));
            if (to != null && !holder().equals(Holder.department(to))) {
                keepPart(Holder.department(to));
            }
        }
    }

    private void passTo(Holder to) {
        if (to instanceof Holder.Technician technician) {
            assign(technician.staff(), Cause.STAFF);
        } else if (to instanceof Holder.Department department) {
            queue = department.queue();
            assign(null, Cause.STAFF);
        }
    }

    private void keepPart(Holder part) {
        if (!parts.contains(part)) {
            parts.add(part);
        }
    }

    private Holder holder() {
        return assignee == null ? Holder.department(queue) : Holder.technician(assignee);
    }

    void prioritise(Priority to) {
        changed(Field.PRIORITY, String.valueOf(priority.value()), String.valueOf(to.value()));
        priority = to;
    }

    void archive() {
        archived = true;
        customerHasRead();
        event(new TicketEvent.TicketArchived());
    }

    /** An answered ticket closes after the delay, with a warning first where one is promised; while it is snoozed, or open with others, nothing runs. */
    void runAutoClose(AutoClose rule, Instant now) {
        boolean runs = status == Status.ANSWERED
                && rule.mode() == AutoClose.Mode.AFTER_DAYS
                && snoozedUntil == null
                && parts.isEmpty();
        autoCloseAt = runs ? now.plus(Duration.ofDays(rule.days())) : null;
        closeWarningAt = runs && rule.warning() > 0 ? now.plus(Duration.ofDays(rule.days() - rule.warning())) : null;
    }

    /** However late the warning is, the time it promised begins with it (G5). */
    void warnOfClosing(Instant now) {
        if (autoCloseAt != null && closeWarningAt != null) {
            Instant promised = now.plus(Duration.between(closeWarningAt, autoCloseAt));
            autoCloseAt = promised.isAfter(autoCloseAt) ? promised : autoCloseAt;
            closeWarningAt = null;
            event(new TicketEvent.AutoCloseWarned(autoCloseAt));
        }
    }

    void snooze(Instant until) {
        snoozedUntil = until;
        autoCloseAt = null;
        closeWarningAt = null;
        event(new TicketEvent.TicketSnoozed(until));
    }

    void wake(Cause cause, AutoClose rule, Instant now) {
        if (snoozedUntil != null) {
            snoozedUntil = null;
            runAutoClose(rule, now);
            event(new TicketEvent.TicketWoken(cause));
        }
    }

    /** Enters an active status; a ticket that is being worked on is not put away, and does not close by itself. */
    void become(Status to, Cause cause) {
        if (status != to) {
            event(new StatusChanged(status, to, cause));
            status = to;
        }
        archived = false;
        autoCloseAt = null;
        closeWarningAt = null;
        settledAt = null;
    }

    /** Enters a final status; nobody waits any more. From resolved to closed is no new settlement. */
    void settle(Status to, Cause cause, Instant now) {
        boolean put = archived;
        Instant since = settledAt;
        become(to, cause);
        archived = put;
        settledAt = since == null ? now : since;
        waitingSince = null;
        locked = false;
        snoozedUntil = null;
        parts.clear();
    }

    void event(TicketEvent event) {
        events.add(event);
    }

    Decision.Done done(boolean settled) {
        return new Decision.Done(
                new TicketState(
                        status,
                        queue,
                        priority,
                        assignee,
                        sticky,
                        locked,
                        waitingSince,
                        answeredAt,
                        settledAt,
                        archived,
                        publicMessages,
                        notes,
                        lastAnswer,
                        staffWroteLast,
                        customerRead,
                        autoCloseAt,
                        closeWarningAt,
                        snoozedUntil,
                        parts),
                events,
                settled);
    }

    private void changed(Field field, String from, String to) {
        if (!from.equals(to)) {
            event(new FieldChanged(field, Optional.of(from), Optional.of(to)));
        }
    }
}
