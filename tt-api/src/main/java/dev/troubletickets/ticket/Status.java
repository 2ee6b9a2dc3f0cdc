// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** Where a ticket stands for staff (A5). Resolved and closed tickets leave the active lists and stay findable by search. */
public enum Status {
    /** Nobody has taken it in hand yet. */
    NEW,
    /** In work, or back from the customer. */
    OPEN,
    /** The last public word is an answer, and the ticket is not closed yet. */
    ANSWERED,
    /** Put aside by staff until something outside happens. */
    ON_HOLD,
    /** Staff say the matter is settled. */
    RESOLVED,
    /** Nothing more is expected. */
    CLOSED;

    /** True for the states that appear in the active lists. */
    public boolean isActive() {
        return this != RESOLVED && this != CLOSED;
    }
}
