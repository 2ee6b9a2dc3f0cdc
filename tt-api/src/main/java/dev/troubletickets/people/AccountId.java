// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** The id of an account, as the host's panel names it: 1 to 190 printable characters, compared exactly. */
public record AccountId(String value) {
    /** @throws IllegalArgumentException if the value is blank, too long or has control characters */
    public AccountId {
        Words.identifier("AccountId", value);
    }

    public static AccountId of(String value) {
        return new AccountId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
