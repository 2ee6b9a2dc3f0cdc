// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;

/** Finds lines between two lines of three backticks: what is written as code is code, whatever it looks like. */
final class Fences {
    private static final String FENCE = "```";

    private Fences() {}

    /** A fence that nothing closes is none. */
    static boolean[] lines(Lines lines) {
        boolean[] fenced = new boolean[lines.count()];
        int open = -1;
        for (int line = 0; line < fenced.length; line++) {
            if (lines.depth(line) == 0 && lines.words(line).startsWith(FENCE)) {
                if (open >= 0) {
                    Arrays.fill(fenced, open, line + 1, true);
                }
                open = open >= 0 ? -1 : line;
            }
        }
        return fenced;
    }
}
