// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** Where a ticket stands for staff (A5). Resolved and closed tickets leave the active lists and stay findable by search. */
public enum Status {
    /** Nobody has taken it in hand yet. */
    NEW(0),
    /** In work, or back from the customer. */
    OPEN(1),
    /** The last public word is an answer, and the ticket is not closed yet. */
    ANSWERED(2),
    /** Put aside by staff until something outside happens. */
    ON_HOLD(3),
    /** Staff say the matter is settled. */
    RESOLVED(4),
    /** Nothing more is expected. */
    CLOSED(5);

    private final int rank;

    Status(int rank) {
        this.rank = rank;
    }

    /** Its place where lists sort by status, from 0; the same for ever, so it can be stored. */
    public int rank() {
        return rank;
    }

    /** True for the states that appear in the active lists. */
    public boolean isActive() {
        return this != RESOLVED && this != CLOSED;
    }
}
