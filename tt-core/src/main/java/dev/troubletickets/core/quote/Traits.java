// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Locale;

/** What a line has of those that stand above quotes: a date, a time, an address, a word for "wrote". */
final class Traits {
    static final int ADDRESS = 1;
    static final int TIME = 1 << 1;
    static final int DATE = 1 << 2;
    static final int YEAR = 1 << 3;
    static final int SMALL = 1 << 4;
    static final int WROTE = 1 << 5;
    /** It begins as such lines begin: by a date, by a preposition with a number not far behind, or by a name with an address in brackets. */
    static final int OPENS = 1 << 6;

    static final int COLON = 1 << 7;
    /** An address in brackets at the end, but for a colon. */
    static final int BRACKETS = 1 << 8;
    /** The word for "wrote" or "said" is the last one. */
    static final int WROTE_LAST = 1 << 9;

    /** A word that stands above more than quotes: "said". */
    static final int SAID = 1 << 10;

    private static final int LONGEST = 400;
    private static final int FIRST_TOKENS = 4;
    private static final int NEAR_TOKENS = 8;

    private final String line;
    private int bits;
    private int tokens;
    private int at;
    private boolean opening;
    private boolean bracket;

    private Traits(String line) {
        this.line = line;
    }

    /** The traits in the low half, the number of words in the high one; -1 for a line too long to stand above a quote. */
    static int of(String line) {
        if (line.length() > LONGEST) {
            return -1;
        }
        Traits traits = new Traits(line);
        traits.read();
        traits.readEnd();
        return traits.bits | traits.tokens << 16;
    }

    static int words(int traits) {
        return traits >>> 16;
    }

    /** A date of day, month and year. */
    static boolean hasDate(int traits) {
        return (traits & DATE) != 0 || (traits & (YEAR | SMALL)) == (YEAR | SMALL);
    }

    private void read() {
        while (at < line.length()) {
            char c = line.charAt(at);
            if (Character.isDigit(c)) {
                tokens++;
                bits &= ~WROTE_LAST;
                number();
                opensByNumber();
            } else if (Chars.isLetter(c)) {
                tokens++;
                word();
            } else {
                if (c == '@' && isPartOfName(at - 1) && isPartOfName(at + 1)) {
                    bits |= ADDRESS | (bracket && tokens <= NEAR_TOKENS ? OPENS : 0);
                }
                bracket |= c == '<';
                at++;
            }
        }
        if (line.chars().anyMatch(c -> c >= 0x0e00)
                && Vocabulary.WROTE_WITHIN.stream().anyMatch(line::contains)) {
            bits |= WROTE | WROTE_LAST;
        }
    }

    private boolean isPartOfName(int index) {
        return index >= 0 && index < line.length() && Character.isLetterOrDigit(line.charAt(index));
    }

    private void opensByNumber() {
        if (tokens <= FIRST_TOKENS || (opening && tokens <= NEAR_TOKENS)) {
            bits |= OPENS;
        }
    }

    private void word() {
        int start = at;
        while (at < line.length() && Chars.isLetter(line.charAt(at))) {
            at++;
        }
        String word = line.substring(start, at).toLowerCase(Locale.ROOT);
        opening |= tokens == 1 && Vocabulary.OPENING.contains(word);
        bits &= ~WROTE_LAST;
        if (Vocabulary.WROTE.contains(word)) {
            bits |= WROTE | WROTE_LAST;
        } else if (Vocabulary.SAID.contains(word)) {
            bits |= SAID | WROTE_LAST;
        }
    }

    private int digits() {
        int start = at;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            at++;
        }
        return at - start;
    }

    /** A date in figures, a time, a year, or a number of one or two digits. */
    private void number() {
        int start = at;
        int first = digits();
        int mid = at;
        int second = group("./-:h");
        char sign = second > 0 ? line.charAt(mid) : ' ';
        int last = at;
        int third = second > 0 ? group(String.valueOf(sign)) : 0;
        if (sign == ':' || sign == 'h' || (sign == '.' && third == 0)) {
            bits |= first <= 2 && second == 2 ? TIME | SMALL : 0;
        } else if (third > 0 && isDate(first, second, third)) {
            bits |= DATE;
        } else {
            at = third > 0 ? last : at;
            bits |= isYear(start, first) ? YEAR : 0;
            bits |= first <= 2 ? SMALL : 0;
        }
        if (sign == '.' && third > 0 && isDate(first, second, third)) {
            bits |= DATE;
        }
    }

    private static boolean isDate(int first, int second, int third) {
        return second <= 2 && (first == 4 ? third <= 2 : first <= 2 && (third == 2 || third == 4));
    }

    /** The number of digits behind one of these signs, which is passed with them; 0 where there are none. */
    private int group(String signs) {
        int sign = at;
        if (sign + 1 >= line.length()
                || signs.indexOf(line.charAt(sign)) < 0
                || !Character.isDigit(line.charAt(sign + 1))) {
            return 0;
        }
        at++;
        return digits();
    }

    /** Of the Gregorian calendar, of the Persian, of the Thai. */
    private boolean isYear(int start, int length) {
        if (length != 4) {
            return false;
        }
        int year = 0;
        for (int i = start; i < start + length; i++) {
            year = year * 10 + Character.digit(line.charAt(i), 10);
        }
        return (year >= 1970 && year < 2100) || (year >= 1380 && year < 1450) || (year >= 2513 && year < 2643);
    }

    private void readEnd() {
        int end = line.length();
        while (end > 0
                && (Chars.isSpace(line.charAt(end - 1))
                        || line.charAt(end - 1) == '*'
                        || line.charAt(end - 1) == '_')) {
            end--;
        }
        if (end > 0 && Chars.isColon(line.charAt(end - 1))) {
            bits |= COLON;
            end--;
        }
        while (end > 0 && Chars.isSpace(line.charAt(end - 1))) {
            end--;
        }
        if (end > 0
                && (line.charAt(end - 1) == '>' || line.charAt(end - 1) == ')' || line.charAt(end - 1) == ']')
                && (bits & ADDRESS) != 0) {
            bits |= BRACKETS;
        }
    }
}
