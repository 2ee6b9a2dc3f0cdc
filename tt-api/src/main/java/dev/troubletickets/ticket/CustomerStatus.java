// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** The face a ticket shows its customer (A6), derived from {@link TicketState}; the first that fits, from the top. */
public enum CustomerStatus {
    /** The customer put it away. */
    ARCHIVED,
    /** The customer's last word is unanswered; such a ticket cannot be archived. */
    IN_PROGRESS,
    /** There are answers the customer has not read. */
    NEW_MESSAGES,
    /** Everything is read, and nothing the customer wrote waits for an answer. */
    REVIEWED
}
