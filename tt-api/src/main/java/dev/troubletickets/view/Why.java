// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import java.time.Instant;

/**
 * Something the library decided by itself about a ticket, and why (G1).
 *
 * @param because the rule and the facts that decided, in plain English
 */
public record Why(Instant at, Decision decision, String because) {
    /** What can be decided without anybody's act. */
    public enum Decision {
        /** A mail opened the ticket, was added to it, or was put aside. */
        MAIL_PLACED,
        /** A rule on submission held (B10). */
        HANDLED,
        /** An announcement was in force when the customer opened it (G13). */
        ANNOUNCED,
        /** The queue's way of assigning gave it to a technician, or found none (B14). */
        ASSIGNED,
        /** By its opening it used support incidents, of its customer's packs or uncovered (E6). */
        COVERED,
        REOPENED,
        /** A message for a ticket that could no longer be reopened opened this one. */
        CONTINUED,
        UNASSIGNED,
        WARNED,
        /** The ticket does not close yet, because a mail to the customer has not left, or did not reach them (G5). */
        PUT_OFF,
        /** The customer got no automatic mail. */
        NOT_TOLD,
        CLOSED,
        WOKEN,
        /** When the answer is due, or that the clock of it stands still (B9). */
        DUE,
        /** A level of escalation came (G6). */
        ESCALATED,
        /** A scheduled action was taken, dropped or refused (G9). */
        ACTED
    }
}
