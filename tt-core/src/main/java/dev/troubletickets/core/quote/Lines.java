// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;

/**
 * A text by its lines, each with the depth of the quote marks it begins with. A line within which an attribution begins is two.
 */
final class Lines {
    private static final int INDENT = 3;

    private final String text;
    private int[] starts = new int[16];
    private int count;
    private final int[] depths;
    private final boolean[] blanks;
    private final int[] next;
    private final int[] traits;
    private final boolean[] known;

    Lines(String text) {
        this.text = text;
        split();
        depths = new int[count];
        blanks = new boolean[count];
        next = new int[count];
        traits = new int[count];
        known = new boolean[count];
        for (int i = count - 1; i >= 0; i--) {
            depths[i] = countMarks(i);
            blanks[i] = depths[i] == 0 && Chars.isBlank(text, starts[i], starts[i + 1]);
            next[i] = i + 1 < count && blanks[i + 1] ? next[i + 1] : i + 1;
        }
    }

    private void split() {
        for (int at = 0; at < text.length(); ) {
            add(at);
            int line = text.indexOf('\n', at);
            int end = line < 0 ? text.length() : line + 1;
            int opening = text.charAt(at) == '>' ? -1 : Openings.within(text, at, end);
            if (opening > 0) {
                add(opening);
            }
            at = end;
        }
        starts[count] = text.length();
    }

    private void add(int start) {
        if (count + 2 >= starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[count++] = start;
    }

    int count() {
        return count;
    }

    /** Index of a line's first character; that of the line after the last is the text's length. */
    int start(int line) {
        return starts[line];
    }

    String raw(int line) {
        return text.substring(starts[line], starts[line + 1]);
    }

    /** A line's words, without quote marks and space around them. */
    String words(int line) {
        String raw = raw(line);
        int at = 0;
        for (int marks = depths[line]; marks > 0; at++) {
            marks -= raw.charAt(at) == '>' ? 1 : 0;
        }
        return Chars.strip(raw.substring(at));
    }

    int length(int line) {
        return starts[line + 1] - starts[line];
    }

    /** How many quote marks a line begins with. */
    int depth(int line) {
        return depths[line];
    }

    boolean isBlank(int line) {
        return blanks[line];
    }

    /** As {@link Traits#of} tells them. */
    int traits(int line) {
        if (!known[line]) {
            known[line] = true;
            traits[line] = blanks[line] ? 0 : Traits.of(raw(line));
        }
        return traits[line];
    }

    /** The next line that is not blank; the number of lines where there is none. */
    int next(int line) {
        return next[line];
    }

    /** Programs that store mails put a mark before "From ": that is no quote. */
    private int countMarks(int line) {
        int at = starts[line];
        int end = starts[line + 1];
        for (int i = 0; i < INDENT && at < end && text.charAt(at) == ' '; i++) {
            at++;
        }
        if (text.startsWith(">From ", at)) {
            return 0;
        }
        int marks = 0;
        for (; at < end && (text.charAt(at) == '>' || (marks > 0 && text.charAt(at) == ' ')); at++) {
            marks += text.charAt(at) == '>' ? 1 : 0;
        }
        return marks;
    }
}
