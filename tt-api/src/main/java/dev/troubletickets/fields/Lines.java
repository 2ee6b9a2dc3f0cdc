// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.fields;

/** Texts of one line. */
final class Lines {
    private Lines() {}

    static String line(String what, String given) {
        String line = given.strip();
        if (line.isEmpty()
                || line.length() > FieldValue.LONGEST_TEXT
                || line.chars().anyMatch(Character::isISOControl)
                || hasHalfPair(line)) {
            throw new IllegalArgumentException(
                    what + " is one line of 1 to " + FieldValue.LONGEST_TEXT + " characters");
        }
        return line;
    }

    private static boolean hasHalfPair(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
