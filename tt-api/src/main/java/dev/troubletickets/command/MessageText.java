// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.command;

import dev.troubletickets.failure.Invalid;

/** Plain text as people type it: kept exactly as it is, never taken for HTML (A8). */
public final class MessageText {
    private MessageText() {}

    /**
     * Returns the text unchanged.
     *
     * @throws Invalid if it is blank, or has control characters other than tab and line ends, or half a surrogate pair
     */
    public static String require(String field, String text) {
        if (text.isBlank()) {
            throw new Invalid(field, "must not be empty");
        }
        if (text.codePoints().anyMatch(MessageText::isForbidden)) {
            throw new Invalid(field, "must not contain control characters");
        }
        return text;
    }

    /** The nearest such text to a stranger's: forbidden characters become U+FFFD; may be blank. */
    public static String clean(String text) {
        if (text.codePoints().noneMatch(MessageText::isForbidden)) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isForbidden(c) ? 0xfffd : c).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isForbidden(int c) {
        boolean control = c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f';
        return control || c == 0x7f || (c >= 0xd800 && c <= 0xdfff);
    }
}
