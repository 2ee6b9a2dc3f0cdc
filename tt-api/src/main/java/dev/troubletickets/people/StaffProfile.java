// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

import java.util.Set;

/**
 * How a technician appears to customers (E2). Answering and being assigned need one. The mail of an answer says
 * <i>Assigned to: full name (description)</i> and ends with the signature.
 *
 * @param description position or status, may be empty
 * @param email where notices to the technician go, and where answers by mail come from (D6)
 * @param signature any number of lines, may be empty
 * @param notices what the technician wants to be told by mail; nothing by default; in force on every node within five seconds
 */
public record StaffProfile(
        String fullName, String description, EmailAddress email, String signature, Set<Notice> notices) {
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
        notices = Set.copyOf(notices);
    }

    public static StaffProfile of(String fullName, EmailAddress email) {
        return new StaffProfile(fullName, "", email, "", Set.of());
    }

    public StaffProfile withDescription(String value) {
        return new StaffProfile(fullName, value, email, signature, notices);
    }

    public StaffProfile withSignature(String value) {
        return new StaffProfile(fullName, description, email, value, notices);
    }

    public StaffProfile withNotices(Notice... values) {
        return new StaffProfile(fullName, description, email, signature, Set.of(values));
    }

    private static String line(String what, String value) {
        if (value.length() > LONGEST_NAME || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(what + " must be one line of at most " + LONGEST_NAME + " characters");
        }
        return value.strip();
    }
}
