// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

/** Tells lines such as "-----Original Message-----" and "Begin forwarded message:". */
final class Separators {
    private static final int LONGEST = 120;
    private static final int DASHES = 2;

    private Separators() {}

    enum Kind {
        NONE,
        /** Nothing but dashes and the like. */
        RULE,
        ORIGINAL,
        FORWARDED
    }

    static Kind kind(String line) {
        if (line.length() > LONGEST) {
            return Kind.NONE;
        }
        String words = Chars.strip(line);
        if (Chars.isDrawn(words, DASHES)) {
            return Kind.RULE;
        }
        int left = drawn(words, 0, 1);
        int right = words.length() - 1 - drawn(words, words.length() - 1, -1);
        String name = Chars.folded(words.substring(left, Math.max(left, right + 1)));
        boolean colon = !name.isEmpty() && Chars.isColon(name.charAt(name.length() - 1));
        String phrase = colon ? Chars.strip(name.substring(0, name.length() - 1)) : name;
        boolean dashes = left >= DASHES;
        if ((dashes || colon) && isForwarded(phrase, dashes)) {
            return Kind.FORWARDED;
        }
        boolean wrote = dashes && right < words.length() - DASHES && isAttribution(phrase);
        return (dashes && Vocabulary.ORIGINAL.contains(phrase)) || wrote ? Kind.ORIGINAL : Kind.NONE;
    }

    /** A line above which or under which the words of another mail stand, whatever dashes it has. */
    static boolean isNamed(String line) {
        if (line.length() > LONGEST) {
            return false;
        }
        String phrase = Chars.folded(line.replace(':', ' ').replace('-', ' '));
        return Vocabulary.ORIGINAL.contains(phrase) || Vocabulary.FORWARDED.contains(phrase);
    }

    private static boolean isForwarded(String phrase, boolean dashes) {
        return Vocabulary.FORWARDED.contains(phrase)
                || (dashes && Vocabulary.FORWARDED.stream().anyMatch(name -> phrase.startsWith(name + " ")));
    }

    private static boolean isAttribution(String phrase) {
        int traits = Traits.of(phrase);
        return traits >= 0 && (traits & Traits.WROTE_LAST) != 0;
    }

    /** How many characters of a rule there are from one end on. */
    private static int drawn(String words, int from, int step) {
        int at = from;
        while (at >= 0 && at < words.length() && Chars.isRule(words.charAt(at))) {
            at += step;
        }
        return Math.abs(at - from);
    }
}
