// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

/**
 * What a unit costs (E5).
 *
 * @param each zero where it is free, and nevertheless listed
 */
public record Price(PricingUnit unit, Money each) {
    /** @throws IllegalArgumentException if it is negative */
    public Price {
        if (each.isNegative()) {
            throw new IllegalArgumentException("a price must not be negative");
        }
    }

    /** For each ticket. */
    public static Price perTicket(String amount, String currency) {
        return new Price(PricingUnit.TICKET, Money.of(amount, currency));
    }

    /** For each customer, a calendar month. */
    public static Price perCustomer(String amount, String currency) {
        return new Price(PricingUnit.CUSTOMER, Money.of(amount, currency));
    }

    /** Such as {@code 12.50 EUR a ticket}. */
    @Override
    public String toString() {
        return each + (unit == PricingUnit.TICKET ? " a ticket" : " a customer and month");
    }
}
