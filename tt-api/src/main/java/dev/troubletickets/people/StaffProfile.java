// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/**
 * How a technician appears to customers (E2). Answering and being assigned need one. The mail of an answer says
 * <i>Assigned to: full name (description)</i> and ends with the signature.
 *
 * @param description position or status, may be empty
 * @param email where notices to the technician go
 * @param signature any number of lines, may be empty
 */
public record StaffProfile(String fullName, String description, EmailAddress email, String signature) {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_SIGNATURE = 2000;

    /** @throws IllegalArgumentException if a text is too long, the name is blank, or either line has control characters */
    public StaffProfile {
        fullName = line("full name", fullName);
        description = line("description", description);
        if (fullName.isBlank()) {
            throw new IllegalArgumentException("full name must not be blank");
        }
        if (signature.length() > LONGEST_SIGNATURE || signature.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "signature must be at most " + LONGEST_SIGNATURE + " characters of text");
        }
    }

    public static StaffProfile of(String fullName, EmailAddress email) {
        return new StaffProfile(fullName, "", email, "");
    }

    public StaffProfile withDescription(String value) {
        return new StaffProfile(fullName, value, email, signature);
    }

    public StaffProfile withSignature(String value) {
        return new StaffProfile(fullName, description, email, value);
    }

    private static String line(String what, String value) {
        if (value.length() > LONGEST_NAME || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must be one line of at most " + LONGEST_NAME + " characters");
        }
        return value.strip();
    }
}
