// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import dev.troubletickets.people.Erased;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A ticket's title: one line of 1 to 250 characters that can be put into a mail header as it is (no control characters, no line or
 * paragraph separators).
 */
public record Subject(String value) {
    private static final int LONGEST = 250;
    private static final String EMPTY = "(no subject)";

    /** Of a ticket whose requester was erased (G12); no mail is told by it. */
    public static final Subject ERASED = new Subject(Erased.TEXT);

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** @throws IllegalArgumentException if the value is blank, too long, or has characters that end a line */
    public Subject {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST || hasForbidden(value)) {
            throw new IllegalArgumentException("a subject is one line of 1 to " + LONGEST + " characters");
        }
    }

    public static Subject of(String value) {
        return new Subject(value);
    }

    /** The nearest subject to a stranger's text: forbidden characters become spaces, a long one is cut, none is named so. */
    public static Subject clean(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().map(c -> isForbidden(c) ? ' ' : c).forEach(line::appendCodePoint);
        String value = line.toString().strip();
        if (value.length() > LONGEST) {
            int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            value = value.substring(0, end).strip();
        }
        return new Subject(value.isEmpty() ? EMPTY : value);
    }

    /**
     * What two subjects of one thread have in common: without reply and forward prefixes, without ticket tags, white space folded, in
     * lower case. Empty where nothing is left to compare.
     */
    public String threadKey() {
        String rest = value.toLowerCase(Locale.ROOT);
        String before;
        do {
            before = rest;
            rest = withoutPrefix(rest.strip());
        } while (!rest.equals(before));
        // of all white space, a subject has nothing but spaces
        String key = rest.contains("  ") ? String.join(" ", BLANKS.split(rest)) : rest;
        return key.equals(EMPTY) || key.equals(Erased.TEXT) ? "" : key;
    }

    @Override
    public String toString() {
        return value;
    }

    private static String withoutPrefix(String text) {
        if (text.startsWith("[#")) {
            int end = text.indexOf(']');
            return end > 0 && TicketId.parse(text.substring(1, end)).isPresent() ? text.substring(end + 1) : text;
        }
        int colon = text.indexOf(':');
        return colon > 0 && colon <= 8 && isReplyWord(text.substring(0, colon)) ? text.substring(colon + 1) : text;
    }

    private static boolean isReplyWord(String word) {
        int count = word.indexOf('[');
        return switch (count > 0 ? word.substring(0, count) : word) {
            case "re",
                    "aw",
                    "wg",
                    "fw",
                    "fwd",
                    "sv",
                    "vs",
                    "antw",
                    "odp",
                    "rv",
                    "tr",
                    "res",
                    "enc",
                    "ha",
                    "на",
                    "ответ" -> true;
            default -> false;
        };
    }

    /** No stream: lists make a subject of every row. */
    private static boolean hasForbidden(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (isForbidden(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(int c) {
        if (c >= ' ' && c < 127) {
            return false;
        }
        int type = Character.getType(c);
        return Character.isISOControl(c)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || c == 0x760a
                || c == 0x760d;
    }
}
