// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Locale;

/** What characters are to the rules: more of them are space than Java thinks. */
final class Chars {
    private static final String RULES = "-_=*~\u2014\u2013\u2500\u2015";
    private static final String DECORATION = "*_ \t\u00a0|#";

    private Chars() {}

    /** White space, and what is not seen: marks of direction, of order, of width. */
    static boolean isSpace(char c) {
        return c <= ' '
                || c == '\u00a0'
                || (c >= '\u2000' && c <= '\u200f')
                || (c >= '\u2028' && c <= '\u202f')
                || (c >= '\u2060' && c <= '\u2069')
                || c == '\u3000'
                || c == '\ufeff';
    }

    /** A dash of any sort, or what lines are drawn with. */
    static boolean isRule(char c) {
        return RULES.indexOf(c) >= 0;
    }

    static boolean isColon(char c) {
        return c == ':' || c == '\uff1a';
    }

    /** A letter, or a mark that letters of some scripts carry. */
    static boolean isLetter(char c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Without space at either end. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** In lower case, without stars and space at either end, each space within as one blank. */
    static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = folded.length() > 0;
            } else if (!(folded.length() == 0 && DECORATION.indexOf(c) >= 0)) {
                if (space) {
                    folded.append(' ');
                    space = false;
                }
                folded.append(c);
            }
        }
        int end = folded.length();
        while (end > 0 && DECORATION.indexOf(folded.charAt(end - 1)) >= 0) {
            end--;
        }
        folded.setLength(end);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    /** Whether all of it, at least so many characters, is drawn. */
    static boolean isDrawn(String stripped, int atLeast) {
        for (int i = 0; i < stripped.length(); i++) {
            if (!isRule(stripped.charAt(i)) && !isSpace(stripped.charAt(i))) {
                return false;
            }
        }
        return stripped.length() >= atLeast;
    }

    static boolean isBlank(String text, int start, int end) {
        int at = start;
        while (at < end && isSpace(text.charAt(at))) {
            at++;
        }
        return at == end;
    }
}
