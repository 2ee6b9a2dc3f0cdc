// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;

/** Marks paragraphs at the end of what is new that lawyers wrote: three of their phrases in one paragraph, and no question. */
final class Disclaimers {
    private static final int FEWEST_WORDS = 15;
    private static final int PHRASES = 3;
    private static final int LONGEST = 4000;

    private Disclaimers() {}

    static void mark(Lines lines, Mark[] marks, int first, int end) {
        int below = end;
        while (below > first) {
            int last = below - 1;
            while (last >= first && (lines.isBlank(last) || Chars.isDrawn(lines.words(last), PHRASES))) {
                last--;
            }
            int top = last;
            while (top > first && !lines.isBlank(top - 1)) {
                top--;
            }
            if (last < first || !isDisclaimer(lines, top, last)) {
                return;
            }
            Arrays.fill(marks, top, below, Mark.DISCLAIMER);
            below = top;
        }
    }

    private static boolean isDisclaimer(Lines lines, int top, int last) {
        StringBuilder paragraph = new StringBuilder();
        for (int line = top; line <= last && paragraph.length() <= LONGEST; line++) {
            paragraph.append(lines.words(line)).append(' ');
        }
        if (paragraph.length() > LONGEST || paragraph.indexOf("?") >= 0) {
            return false;
        }
        String words = Chars.folded(paragraph.toString());
        return Prose.count(words) >= FEWEST_WORDS
                && Vocabulary.DISCLAIMER.stream()
                                .filter(words::contains)
                                .limit(PHRASES)
                                .count()
                        == PHRASES;
    }
}
