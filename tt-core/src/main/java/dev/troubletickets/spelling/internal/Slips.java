// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.Set;

/**
 * How unlikely a slip is: what a writer does often costs less than one letter in the place of any other. All letters are lower case.
 * The numbers were found by trying them on misspellings with known corrections; what counts is their order.
 */
final class Slips {
    /** One letter in the place of another that is nothing like it. */
    static final int OTHER_LETTER = 100;
    /** The case of the first letter. */
    static final int CAPITAL = 30;
    /** The least that a swap costs. */
    static final int SWAPPED_VOWELS = 60;

    private static final int DOUBLED = 50;
    private static final int SILENT = 70;
    private static final int VOWEL = 80;
    private static final int FIRST = 120;
    private static final int VOWEL_FOR_VOWEL = 70;
    private static final int SAME_SOUND = 75;
    private static final int FIRST_LETTER = 30;
    private static final int SWAPPED = 80;

    private static final String VOWELS = "aeiouy";
    /** Letters that are heard, or seen on the keyboard, as each other; the earlier one first. */
    private static final Set<String> ALIKE = Set.of("cs", "ck", "sz", "gj", "fv", "dt", "ks", "mn", "bp", "kq", "cq");

    private Slips() {}

    /**
     * A letter was left out, or is one too many.
     *
     * @param before the letter it stands behind; 0 at the beginning
     */
    static int missing(char before, char letter) {
        if (before == letter) {
            return DOUBLED;
        } else if (before == 0) {
            return FIRST;
        }
        return letter == 'h' ? SILENT : isVowel(letter) ? VOWEL : OTHER_LETTER;
    }

    /** @param first it is the first of the word, in which few err */
    static int replaced(char written, char meant, boolean first) {
        if (written == meant) {
            return 0;
        }
        int cost = isVowel(written) && isVowel(meant)
                ? VOWEL_FOR_VOWEL
                : ALIKE.contains(written < meant ? "" + written + meant : "" + meant + written)
                        ? SAME_SOUND
                        : OTHER_LETTER;
        return first ? cost + FIRST_LETTER : cost;
    }

    /** Two different letters that stand side by side. */
    static int swapped(char one, char other) {
        return isVowel(one) && isVowel(other) ? SWAPPED_VOWELS : SWAPPED;
    }

    private static boolean isVowel(char letter) {
        return VOWELS.indexOf(letter) >= 0;
    }
}
