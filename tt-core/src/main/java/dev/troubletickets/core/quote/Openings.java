// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Locale;

/** Finds where "On … wrote:" begins within a line that somebody's words begin, as programs leave it that lose a line break. */
final class Openings {
    private static final int LONGEST = 400;
    private static final int MOST = 4;
    private static final int ALL = Traits.OPENS | Traits.TIME | Traits.WROTE | Traits.COLON;

    private Openings() {}

    /** The index in the text, or -1. */
    static int within(String text, int start, int end) {
        int last = end - 1;
        while (last > start && Chars.isSpace(text.charAt(last))) {
            last--;
        }
        if (end - start > LONGEST || last <= start || !Chars.isColon(text.charAt(last))) {
            return -1;
        }
        int tried = 0;
        int at = next(text, wordEnd(text, next(text, start, last), last), last);
        for (; at < last && tried < MOST; at = next(text, wordEnd(text, at, last), last)) {
            if (isOpening(text.substring(at, wordEnd(text, at, last)))) {
                tried++;
                int traits = Traits.of(text.substring(at, end));
                if ((traits & ALL) == ALL && Traits.hasDate(traits)) {
                    return dashes(text, start, at);
                }
            }
        }
        return -1;
    }

    /** Dashes before it belong to it. */
    private static int dashes(String text, int start, int at) {
        int from = at;
        while (from > start + 1 && (Chars.isRule(text.charAt(from - 1)) || text.charAt(from - 1) == ' ')) {
            from--;
        }
        return Chars.isDrawn(Chars.strip(text.substring(from, at)), 2) ? from : at;
    }

    private static boolean isOpening(String word) {
        return !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && Vocabulary.OPENING.contains(word.toLowerCase(Locale.ROOT));
    }

    private static int next(String text, int from, int last) {
        int at = from;
        while (at < last && !Chars.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int wordEnd(String text, int from, int last) {
        int at = from;
        while (at < last && Chars.isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
