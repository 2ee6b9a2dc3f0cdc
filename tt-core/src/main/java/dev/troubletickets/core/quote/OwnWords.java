// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.List;

/**
 * Finds lines whose words were sent before, however a mail program wrapped or marked them: runs of eight words and more, of which together
 * make up half of what was sent, so that a sentence that somebody repeats stays theirs.
 */
final class OwnWords {
    private static final int RUN = 8;

    private OwnWords() {}

    /** For each line whether all of its words were sent before. */
    static boolean[] lines(Lines lines, List<Sent> sent) {
        boolean[] own = new boolean[lines.count()];
        if (sent.isEmpty()) {
            return own;
        }
        Words words = new Words();
        for (int line = 0; line < lines.count(); line++) {
            words.add(lines.words(line), line, Integer.MAX_VALUE);
        }
        boolean[] known = new boolean[words.count()];
        for (Sent text : Sent.last(sent)) {
            mark(words, text, known);
        }
        for (int i = 0; i < known.length; i++) {
            own[words.line(i)] = true;
        }
        for (int i = 0; i < known.length; i++) {
            own[words.line(i)] &= known[i];
        }
        return own;
    }

    private static void mark(Words words, Sent sent, boolean[] known) {
        boolean[] here = new boolean[words.count()];
        boolean[] covered = new boolean[sent.count()];
        for (int i = 0; i + Words.SHINGLE <= here.length; i++) {
            int at = sent.find(words.shingle(i));
            for (int k = 0; at >= 0 && k < Words.SHINGLE; k++) {
                here[i + k] = true;
                covered[at + k] = true;
            }
        }
        if (count(covered) * 2 >= covered.length) {
            keepRuns(here, known);
        }
    }

    private static void keepRuns(boolean[] here, boolean[] known) {
        for (int start = 0; start < here.length; ) {
            int end = start;
            while (end < here.length && here[end]) {
                end++;
            }
            for (int i = start; end - start >= RUN && i < end; i++) {
                known[i] = true;
            }
            start = Math.max(end, start + 1);
        }
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }
}
