// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** The id of a reseller, as the host's panel names them: 1 to 190 printable characters, compared exactly. */
public record ResellerId(String value) {
    /** @throws IllegalArgumentException if the value is blank, too long or has control characters */
    public ResellerId {
        Words.identifier("ResellerId", value);
    }

    public static ResellerId of(String value) {
        return new ResellerId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
