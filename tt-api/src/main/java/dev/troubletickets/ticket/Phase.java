// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** The three-way view of a ticket for staff in the BILLmanager tradition (A6), derived from {@link TicketState}. */
public enum Phase {
    /** Staff have something to do. */
    IN_PROGRESS,
    /** Staff have answered or closed; the customer has not put it away. */
    AWAITING_CUSTOMER,
    /** Closed by staff and put away by the customer. */
    IN_ARCHIVE
}
