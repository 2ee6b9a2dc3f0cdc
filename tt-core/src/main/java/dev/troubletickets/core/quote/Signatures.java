// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Marks signatures at the ends of what is new: few short lines behind a line that signatures begin with. When in doubt, they are no signature. */
final class Signatures {
    private static final Set<String> DASHES = Set.of("--", "\u2013\u2013", "\u2014\u2014");
    private static final int MOST_LINES = 12;
    private static final int LONGEST = 120;
    private static final int FOOTER_LINES = 6;
    private static final int DRAWN = 5;
    private static final int UNDERSCORES = 2;
    private static final int SIGN_OFF_LINES = 7;
    private static final int SHORT = 60;

    private final Lines lines;
    private final Mark[] marks;

    private Signatures(Lines lines, Mark[] marks) {
        this.lines = lines;
        this.marks = marks;
    }

    /** @param end the line after the last of what is new; all from the first on is */
    static void mark(Lines lines, Mark[] marks, int first, int end) {
        new Signatures(lines, marks).mark(first, end);
    }

    private void mark(int first, int end) {
        for (int line = first; line < end; line++) {
            if (isAlone(line, first, end) && Devices.isDevice(lines.raw(line))) {
                marks[line] = Mark.DEVICE;
            }
        }
        int last = end - 1;
        while (last >= first && lines.isBlank(last)) {
            last--;
        }
        Tail tail = new Tail();
        for (int line = last; line > first && tail.goesOn(line, last); line--) {
            Mark mark = tail.mark(line);
            if (mark != null) {
                fill(line, end, mark);
            }
        }
    }

    /** As mailing lists draw it; lines of hyphens and equals signs part what people write. */
    private static boolean isFooterLine(String words) {
        boolean underscores = words.startsWith("_");
        return (underscores || words.startsWith("\u2014")) && Chars.isDrawn(words, underscores ? UNDERSCORES : DRAWN);
    }

    /** As far as another signature begins: of two, the lower stays what it is. */
    private void fill(int first, int end, Mark mark) {
        for (int line = first; line < end && (marks[line].isNews() || marks[line].equals(Mark.DEVICE)); line++) {
            marks[line] = mark;
        }
    }

    /** A paragraph of its own, or the last line. */
    private boolean isAlone(int line, int first, int end) {
        boolean above = line == first || lines.isBlank(line - 1) || Chars.isDrawn(lines.words(line - 1), UNDERSCORES);
        return !lines.isBlank(line)
                && ((above && (line + 1 == end || lines.isBlank(line + 1))) || lines.next(line) >= end);
    }

    /** What is known of the lines from one to the last, going up. */
    private final class Tail {
        private int count;
        private int longest;
        private boolean prose;
        private boolean question;
        private boolean contact;

        /** Whether lines above can still begin a signature, after this line is looked at. */
        boolean goesOn(int line, int last) {
            return last - line <= MOST_LINES * 3 && count <= MOST_LINES && !marks[line].equals(Mark.CODE);
        }

        /** What the lines from here on are, or null; then the line is one of theirs. */
        @Nullable
        Mark mark(int line) {
            String words = lines.words(line);
            Mark mark = count == 0 || count > MOST_LINES ? null : opened(line, words);
            if (!words.isEmpty()) {
                count++;
                longest = Math.max(longest, words.length());
                boolean sentence = Prose.isProse(words);
                prose |= sentence;
                question |= sentence && words.indexOf('?') >= 0;
                contact |= Prose.isContact(words);
            }
            return mark;
        }

        private @Nullable Mark opened(int line, String words) {
            if (DASHES.contains(words)) {
                boolean strict = lines.raw(line).startsWith("-- ");
                return longest <= LONGEST && !question && (strict || !prose) ? Mark.DASHES : null;
            }
            if (words.equals("\u2014") && longest <= SHORT && !prose) {
                return contact ? Mark.DASHES : Mark.DASH;
            }
            if (isFooterLine(words)) {
                boolean footer = contact && !prose && count <= FOOTER_LINES && longest <= LONGEST;
                return footer && !lines.isBlank(line + 1) ? Mark.DRAWN : null;
            }
            boolean signs = count <= SIGN_OFF_LINES && longest <= SHORT && !prose && Prose.isSignOff(words);
            return signs && line > 0 && lines.isBlank(line - 1) ? Mark.SIGN_OFF : null;
        }
    }
}
