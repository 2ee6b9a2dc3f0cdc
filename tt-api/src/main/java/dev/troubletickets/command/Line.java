// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;

/** One line of text as people type it, such as a title. */
public final class Line {
    private Line() {}

    /**
     * Returns it without the white space around it.
     *
     * @param most how many characters it has at most
     * @throws Invalid if it is blank or longer, or has control characters or half a surrogate pair
     */
    public static String require(String field, String text, int most) {
        String line = text.strip();
        if (line.isEmpty() || line.length() > most) {
            throw new Invalid(field, "is one line of 1 to " + most + " characters");
        }
        if (line.codePoints().anyMatch(Line::isForbidden)) {
            throw new Invalid(field, "must not contain control characters");
        }
        return line;
    }

    private static boolean isForbidden(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || (c >= 0xd800 && c <= 0xdfff);
    }
}
