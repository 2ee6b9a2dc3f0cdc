// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

/**
 * The id of an order to the host's billing, and the key under which the host carries it out once: {@code charge-7-12} is what was ordered
 * with version 12 of ticket 7.
 */
public record BillingOrderId(String value) {
    private static final int LONGEST = 100;

    /** @throws IllegalArgumentException if it is not 1 to 100 printable characters */
    public BillingOrderId {
        if (value.isBlank() || value.length() > LONGEST || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an order's id is 1 to " + LONGEST + " printable characters");
        }
    }

    public static BillingOrderId of(String value) {
        return new BillingOrderId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
