// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the words that a dictionary can know, in one pass. A run without white space that holds a digit, one of {@code @
 * / \ _ =} or a dot between two characters is a number, an address, a host, a path or code, and is left out whole. In what remains
 * a word is a run of letters and marks; an apostrophe between two letters belongs to it.
 */
final class Words {
    private static final String TECHNICAL = "@/\\_=";

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        Words words = new Words(text);
        words.cutAtWhiteSpace();
        return words.found;
    }

    private void cutAtWhiteSpace() {
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isSpace(text.charAt(at))) {
                run(start, at);
                start = at + 1;
            }
        }
        run(start, text.length());
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    private void run(int start, int end) {
        if (isTechnical(start, end)) {
            return;
        }
        int at = start;
        while (at < end) {
            int length = Character.charCount(text.codePointAt(at));
            if (isLetter(text.codePointAt(at))) {
                int wordEnd = endOfWord(at, end);
                found.add(new Word(at, text.substring(at, wordEnd)));
                at = wordEnd;
            } else {
                at += length;
            }
        }
    }

    private boolean isTechnical(int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (TECHNICAL.indexOf(c) >= 0 || Character.isDigit(c) || (c == '.' && isInner(at, start, end))) {
                return true;
            }
        }
        return false;
    }

    /** Whether letters stand on both sides, so that the dots that end a sentence do not count. */
    private boolean isInner(int at, int start, int end) {
        return at > start
                && at + 1 < end
                && Character.isLetter(text.codePointBefore(at))
                && Character.isLetter(text.codePointAt(at + 1));
    }

    private int endOfWord(int start, int end) {
        int at = start;
        while (at < end) {
            int c = text.codePointAt(at);
            boolean belongs = isLetter(c) || (isApostrophe(c) && isInner(at, start, end));
            if (!belongs) {
                return at;
            }
            at += Character.charCount(c);
        }
        return end;
    }

    private static boolean isLetter(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019';
    }
}
