// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;

/**
 * Finds lines between two lines of three backticks or more, of which the first may name a language: what is written as code is code,
 * whatever it looks like. As in CommonMark 0.31 section 4.5, but that a fence which nothing closes is none.
 */
final class Fences {
    private static final int FEWEST = 3;

    private Fences() {}

    static boolean[] lines(Lines lines) {
        boolean[] fenced = new boolean[lines.count()];
        int open = -1;
        int ticks = 0;
        for (int line = 0; line < fenced.length; line++) {
            String words = lines.depth(line) == 0 ? lines.words(line) : "";
            int here = ticks(words);
            if (here < FEWEST) {
                continue;
            }
            if (open < 0 && words.indexOf('`', here) < 0) {
                open = line;
                ticks = here;
            } else if (open >= 0 && here == words.length() && here >= ticks) {
                Arrays.fill(fenced, open, line + 1, true);
                open = -1;
            }
        }
        return fenced;
    }

    /** How many backticks a line begins with. */
    private static int ticks(String words) {
        int at = 0;
        while (at < words.length() && words.charAt(at) == '`') {
            at++;
        }
        return at;
    }
}
