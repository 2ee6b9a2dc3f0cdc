// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

public enum MessageKind {
    /** By the customer, or by someone on their side. */
    CUSTOMER,
    /** By staff, public. */
    ANSWER,
    /** By staff, for staff alone (A9). */
    NOTE,
    /** By a machine on the customer's side, such as an out-of-office reply: kept, but nobody's word (G5). */
    AUTOMATIC
}
