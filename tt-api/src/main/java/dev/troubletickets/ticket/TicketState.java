// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a ticket's life. Both faces of the state, the customer's and the staff's, are derived from these and stored nowhere
 * (A6), so they cannot contradict each other.
 *
 * @param joined what has come in by merging (A12)
 * @param locked the last answer was sent to go on talking: a reply stays with its author (A8)
 * @param waitingSince when the oldest unanswered word came, be it of another customer whose ticket was merged in; absent while nobody waits
 * @param answeredAt when the last answer was given
 * @param settledAt when it was resolved or closed, if it has not been reopened since; the reopening window begins then (G14)
 * @param archived the customer put the ticket away; only closed or resolved tickets are
 * @param publicMessages how many public messages there are, which is the number of the last
 * @param notes how many notes there are
 * @param lastAnswer how many messages the customer was shown with the last answer, 0 before the first
 * @param staffWroteLast the last word that a person wrote is an answer; what machines write is no word
 * @param customerRead how many messages the customer was shown when they last looked
 * @param autoCloseAt when the ticket closes by itself (A10); absent while it is snoozed
 * @param closeWarningAt when the customer is to be warned of that; absent once they are, or where no warning was promised (G5)
 * @param parts with whom it is open besides its queue and assignee, the longest first (B5)
 * @param snoozedUntil when a delayed ticket comes back to the active lists by itself (A14)
 */
public record TicketState(
        Status status,
        QueueId queue,
        Priority priority,
        @Nullable StaffId assignee,
        boolean sticky,
        Joined joined,
        boolean locked,
        @Nullable Instant waitingSince,
        @Nullable Instant answeredAt,
        @Nullable Instant settledAt,
        boolean archived,
        int publicMessages,
        int notes,
        int lastAnswer,
        boolean staffWroteLast,
        int customerRead,
        @Nullable Instant autoCloseAt,
        @Nullable Instant closeWarningAt,
        @Nullable Instant snoozedUntil,
        List<Holder> parts) {
    /**
     * What is shown in a ticket and numbered in another.
     *
     * @param messages how many messages of others' numbering staff have been shown here, ever
     * @param shown how many of these the customer has been shown
     * @param othersSince when the oldest unanswered word of another customer came, whose ticket was merged in and kept apart
     * @param othersOnly only such others wait, and not the ticket's own customer
     */
    public record Joined(int messages, int shown, @Nullable Instant othersSince, boolean othersOnly) {
        public static final Joined NOTHING = new Joined(0, 0, null, false);
    }

    public TicketState {
        parts = List.copyOf(parts);
    }

    /** The customer's face (A6). */
    public CustomerStatus customerStatus() {
        if (archived) {
            return CustomerStatus.ARCHIVED;
        }
        if (customerWaits()) {
            return CustomerStatus.IN_PROGRESS;
        }
        return isUnreadByCustomer() ? CustomerStatus.NEW_MESSAGES : CustomerStatus.REVIEWED;
    }

    /** The staff's three-way face (A6). */
    public Phase phase() {
        if (status.isActive() && status != Status.ANSWERED) {
            return Phase.IN_PROGRESS;
        }
        return archived ? Phase.IN_ARCHIVE : Phase.AWAITING_CUSTOMER;
    }

    public boolean isUnreadByCustomer() {
        return lastAnswer > customerRead;
    }

    /** True while the customer's last word is unanswered (A17). */
    public boolean isUnanswered() {
        return waitingSince != null;
    }

    /** True while the ticket is out of the active lists (A14). */
    public boolean isSnoozed() {
        return snoozedUntil != null;
    }

    /** True while the last word of the ticket's own customer is unanswered. */
    public boolean customerWaits() {
        return waitingSince != null && !joined.othersOnly();
    }

    /** How many messages staff have been shown here in all, notes included; never becomes less. */
    public int messages() {
        return publicMessages + notes + joined.messages();
    }

    /** How many messages the customer has been shown here in all; never becomes less. */
    public int shown() {
        return publicMessages + joined.shown();
    }

    /** The same, with at least so many messages read by the customer. */
    public TicketState readByCustomer(int upTo) {
        return new TicketState(
                status,
                queue,
                priority,
                assignee,
                sticky,
                joined,
                locked,
                waitingSince,
                answeredAt,
                settledAt,
                archived,
                publicMessages,
                notes,
                lastAnswer,
                staffWroteLast,
                Math.max(customerRead, upTo),
                autoCloseAt,
                closeWarningAt,
                snoozedUntil,
                parts);
    }

    public boolean isAssignedTo(StaffId staff) {
        return staff.equals(assignee);
    }

    /** Who is in charge: the assignee, else the queue. */
    public Holder holder() {
        return assignee == null ? Holder.department(queue) : Holder.technician(assignee);
    }

    /** True if the technician has a part of it besides the one in charge (B5). */
    public boolean hasPart(StaffId staff) {
        return parts.contains(Holder.technician(staff));
    }

    public Optional<StaffId> assigned() {
        return Optional.ofNullable(assignee);
    }
}
