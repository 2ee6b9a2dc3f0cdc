// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

/** How urgent a ticket is, in the three levels that lists show (B12); made from its {@link Priority}. */
public enum Urgency {
    /** Priority 0 to 33. */
    LOW,
    /** Priority 34 to 66. */
    MEDIUM,
    /** Priority 67 to 100. */
    VERY_URGENT
}
