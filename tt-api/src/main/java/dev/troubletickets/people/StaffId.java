// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** The id of a technician or administrator, as the host's panel names them: 1 to 190 printable characters, compared exactly. */
public record StaffId(String value) {
    /** @throws IllegalArgumentException if the value is blank, too long or has control characters */
    public StaffId {
        Words.identifier("StaffId", value);
    }

    public static StaffId of(String value) {
        return new StaffId(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
