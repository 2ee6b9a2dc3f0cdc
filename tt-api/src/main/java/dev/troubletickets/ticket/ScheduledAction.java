// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import dev.troubletickets.people.StaffId;
import java.util.Optional;

/**
 * What is to be done to a ticket at a time (G9). An answer that is more than a text is given by {@code Scheduling.answerAt} (G8).
 *
 * @param technician who gets the ticket; for {@link Kind#ASSIGN} alone
 * @param text of the answer or the reminder; for {@link Kind#ANSWER} and {@link Kind#REMIND} alone
 * @param droppedBy what takes it off the ticket before its time; the customer for an answer, nothing for the others by default
 */
public record ScheduledAction(Kind kind, Optional<StaffId> technician, Optional<String> text, DroppedBy droppedBy) {
    public enum Kind {
        CLOSE,
        ASSIGN,
        /** A note, which makes the ticket unread for everybody on the staff. */
        REMIND,
        /** An answer by whoever scheduled it, who has to be the assignee then. */
        ANSWER,
        HOLD,
        REOPEN
    }

    public enum DroppedBy {
        NOTHING,
        /** The customer, or who speaks for them, writes, closes, archives or reopens. Mails by machines do not count. */
        CUSTOMER,
        /**
         * The same, an answer, another status, assignee or queue, a redirected or closed part, by whom or what ever. Notes, other
         * parameters, snoozing, composing and merging do not count.
         */
        CHANGE
    }

    /** @throws IllegalArgumentException if a part is missing or does not belong to the kind */
    public ScheduledAction {
        if (technician.isPresent() != (kind == Kind.ASSIGN)) {
            throw new IllegalArgumentException("a technician is named for an assignment, and for nothing else");
        }
        if (text.isPresent() != (kind == Kind.REMIND || kind == Kind.ANSWER)) {
            throw new IllegalArgumentException("a text stands in an answer or a reminder, and in nothing else");
        }
    }

    public static ScheduledAction close() {
        return plain(Kind.CLOSE);
    }

    public static ScheduledAction hold() {
        return plain(Kind.HOLD);
    }

    public static ScheduledAction reopen() {
        return plain(Kind.REOPEN);
    }

    public static ScheduledAction assign(StaffId technician) {
        return new ScheduledAction(Kind.ASSIGN, Optional.of(technician), Optional.empty(), DroppedBy.NOTHING);
    }

    public static ScheduledAction remind(String note) {
        return new ScheduledAction(Kind.REMIND, Optional.empty(), Optional.of(note), DroppedBy.NOTHING);
    }

    public static ScheduledAction answer(String text) {
        return new ScheduledAction(Kind.ANSWER, Optional.empty(), Optional.of(text), DroppedBy.CUSTOMER);
    }

    public ScheduledAction unlessCustomerActs() {
        return with(DroppedBy.CUSTOMER);
    }

    public ScheduledAction unlessChanged() {
        return with(DroppedBy.CHANGE);
    }

    public ScheduledAction whateverHappens() {
        return with(DroppedBy.NOTHING);
    }

    private ScheduledAction with(DroppedBy value) {
        return new ScheduledAction(kind, technician, text, value);
    }

    private static ScheduledAction plain(Kind kind) {
        return new ScheduledAction(kind, Optional.empty(), Optional.empty(), DroppedBy.NOTHING);
    }
}
