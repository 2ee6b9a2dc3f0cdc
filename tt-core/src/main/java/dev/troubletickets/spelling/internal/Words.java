// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into the words that a dictionary can know. Of its {@link Prose}, lines behind {@code >} and what stands between backticks in
 * a line are left out. So is a run without white space that holds a digit, one of {@code @ / \ _ =} or a dot or colon before a letter, which is
 * a number, an address, a host, a file, a path or code. In what remains a word is a run of letters and marks; an apostrophe between two
 * letters belongs to it. One that goes on in capitals after small letters is a name in code.
 */
final class Words {
    private static final String TECHNICAL = "@/\\_=";

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    static List<Word> of(String text) {
        Words words = new Words(Prose.of(text));
        words.cutAtLines();
        return words.found;
    }

    private void cutAtLines() {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            line(start, stop);
            start = stop + 1;
        }
    }

    private void line(int start, int end) {
        int from = start;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        if (!text.startsWith(">", from)) {
            cutAtWhiteSpace(from, end);
        }
    }

    private void cutAtWhiteSpace(int from, int end) {
        int start = from;
        for (int at = from; at < end; at++) {
            if (text.charAt(at) == '`') {
                run(start, at);
                int close = text.indexOf('`', at + 1);
                at = close < 0 || close >= end ? at : close;
                start = at + 1;
            } else if (isSpace(text.charAt(at))) {
                run(start, at);
                start = at + 1;
            }
        }
        run(start, end);
    }

    static boolean isSpace(char c) {
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
                if (!isNameInCode(at, wordEnd)) {
                    found.add(new Word(at, text.substring(at, wordEnd)));
                }
                at = wordEnd;
            } else {
                at += length;
            }
        }
    }

    private boolean isTechnical(int start, int end) {
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            boolean joins = (c == ':' || c == '.') && isBeforeLetter(at, start, end);
            if (TECHNICAL.indexOf(c) >= 0 || Character.isDigit(c) || joins) {
                return true;
            }
        }
        return false;
    }

    /** Such as that of {@code .htaccess}; where more than one stand together, they are a pause. */
    private boolean isBeforeLetter(int at, int start, int end) {
        boolean pause = text.charAt(at) == '.' && at > start && text.charAt(at - 1) == '.';
        return !pause && at + 1 < end && Character.isLetter(text.codePointAt(at + 1));
    }

    private boolean isNameInCode(int start, int end) {
        for (int at = start + 1; at < end; at++) {
            if (Character.isUpperCase(text.charAt(at)) && Character.isLowerCase(text.charAt(at - 1))) {
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
