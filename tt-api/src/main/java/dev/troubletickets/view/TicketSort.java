// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

/** The order of a staff list (B7). Equal rows stand by number, in the same direction. */
public record TicketSort(Column by, boolean descending) {
    public enum Column {
        ID,
        SUBJECT,
        PRIORITY,
        CATEGORY,
        STATUS,
        CREATED,
        MODIFIED
    }

    public static TicketSort ascending(Column by) {
        return new TicketSort(by, false);
    }

    public static TicketSort descending(Column by) {
        return new TicketSort(by, true);
    }
}
