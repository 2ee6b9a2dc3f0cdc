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
 * @param locked the last answer was sent to go on talking: a reply stays with its author (A8)
 * @param waitingSince when the customer's oldest unanswered word came; absent while nobody waits
 * @param answeredAt when the last answer was given
 * @param settledAt when it was resolved or closed, if it has not been reopened since; the reopening window begins then (G14)
 * @param archived the customer put the ticket away; only closed or resolved tickets are
 * @param publicMessages how many public messages there are, which is the number of the last
 * @param notes how many notes there are
 * @param lastAnswer the number of the last answer, 0 before the first
 * @param staffWroteLast the last word that a person wrote is an answer; what machines write is no word
 * @param customerRead the number of the last public message the customer has read
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
    public TicketState {
        parts = List.copyOf(parts);
    }

    /** The customer's face (A6). */
    public CustomerStatus customerStatus() {
        if (archived) {
            return CustomerStatus.ARCHIVED;
        }
        if (waitingSince != null) {
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

    /** How many there are in all, notes included. */
    public int messages() {
        return publicMessages + notes;
    }

    /** The same, read by the customer up to that public message at least. */
    public TicketState readByCustomer(int upTo) {
        return new TicketState(
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
