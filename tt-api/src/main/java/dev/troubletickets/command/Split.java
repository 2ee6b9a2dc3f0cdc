// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Subject;
import java.util.List;
import java.util.Optional;

/** Which messages of a ticket become which tickets of their own (A4). */
public record Split(List<Part> parts) {
    private static final int MOST_PARTS = 10;

    /**
     * @throws Invalid without parts
     * @throws OverLimit for more than ten ({@code parts})
     */
    public Split {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new Invalid("parts", "there must be one at least");
        }
        if (parts.size() > MOST_PARTS) {
            throw new OverLimit("parts", MOST_PARTS);
        }
    }

    public static Split into(Part... parts) {
        return new Split(List.of(parts));
    }

    /**
     * A new ticket.
     *
     * @param messages what goes to it, notes too; with {@code onwards}, the one message that it begins with
     * @param onwards all that follows in the conversation goes as well, notes too, but not what is of merged tickets
     * @param queue the ticket's own if empty
     * @param assignee see {@link Assignment}
     */
    public record Part(
            Subject subject,
            List<MessageId> messages,
            boolean onwards,
            Optional<QueueId> queue,
            Assignment assignment,
            Optional<StaffId> assignee) {
        /** @throws Invalid without messages, or if there is not one assignee exactly where one is named */
        public Part {
            messages = List.copyOf(messages);
            if (messages.isEmpty()) {
                throw new Invalid("messages", "there must be one at least");
            }
            if (onwards && messages.size() > 1) {
                throw new Invalid("messages", "there must be one to begin with");
            }
            if ((assignment == Assignment.NAMED) != assignee.isPresent()) {
                throw new Invalid("assignee", "must be there if named, and only then");
            }
        }

        /**
         * Of chosen messages.
         *
         * @throws Invalid if the subject cannot be taken, or without messages
         */
        public static Part of(String subject, MessageId... messages) {
            return part(subject, List.of(messages), false);
        }

        /**
         * Of a message and all that follows.
         *
         * @throws Invalid if the subject cannot be taken
         */
        public static Part from(String subject, MessageId message) {
            return part(subject, List.of(message), true);
        }

        private static Part part(String subject, List<MessageId> messages, boolean onwards) {
            return new Part(
                    Checked.value("subject", subject, Subject::of),
                    messages,
                    onwards,
                    Optional.empty(),
                    Assignment.AS_BEFORE,
                    Optional.empty());
        }

        public Part queue(QueueId value) {
            return new Part(subject, messages, onwards, Optional.of(value), assignment, assignee);
        }

        public Part assignedTo(StaffId technician) {
            return new Part(subject, messages, onwards, queue, Assignment.NAMED, Optional.of(technician));
        }

        public Part unassigned() {
            return new Part(subject, messages, onwards, queue, Assignment.NOBODY, Optional.empty());
        }
    }

    /** Whom a new ticket is assigned to. */
    public enum Assignment {
        /**
         * The ticket's assignee, in its queue and if the technician may assign to them; else nobody, unless the queue assigns by itself
         * (B14).
         */
        AS_BEFORE,
        /** The part's {@code assignee}. */
        NAMED,
        NOBODY
    }
}
