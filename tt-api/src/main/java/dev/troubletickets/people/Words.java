// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.people;

/** The check that every identifier of the host's passes: short, printable, not blank. */
final class Words {
    private static final int LONGEST = 190;

    private Words() {}

    static String identifier(String kind, String value) {
        if (value.isBlank() || value.length() > LONGEST || value.codePoints().anyMatch(Words::isForbidden)) {
            throw new IllegalArgumentException(kind + " must be 1 to " + LONGEST + " printable characters");
        }
        return value;
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
