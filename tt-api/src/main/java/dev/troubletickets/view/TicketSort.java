// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/** The order of a staff list (B7, C2). Equal rows stand by number, in the same direction; what is absent counts as an empty text. */
public record TicketSort(Column by, boolean descending) {
    public enum Column {
        ID,
        SUBJECT,
        PRIORITY,
        CATEGORY,
        STATUS,
        CREATED,
        MODIFIED,
        LAST_MESSAGE,
        REQUESTER,
        ACCOUNT,
        RESELLER,
        /** By the queue's id, which keeps the tickets of a queue together. */
        QUEUE,
        /** By the technician's id. */
        ASSIGNEE,
        /** What weighs most, descending (B8). What nobody waits for stands behind everything else then. */
        WEIGHT,
        /** By when an answer is due (B9); without a due time last, or first if descending. */
        DUE,
        /** How well a ticket fits the words of a search; descending for the best first. Without words all fit alike. */
        RELEVANCE
    }

    public static TicketSort ascending(Column by) {
        return new TicketSort(by, false);
    }

    public static TicketSort descending(Column by) {
        return new TicketSort(by, true);
    }
}
