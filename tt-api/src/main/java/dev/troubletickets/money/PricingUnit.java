// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

/** What a reseller pays for (E5). */
public enum PricingUnit {
    /** Each ticket that one of their customers opens. */
    TICKET,
    /** Each of their customers, a calendar month, shared out by days. */
    CUSTOMER
}
