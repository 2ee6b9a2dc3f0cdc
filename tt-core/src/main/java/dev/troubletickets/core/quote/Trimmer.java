// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import dev.troubletickets.passage.Passage;
import dev.troubletickets.passage.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Marks the lines of a text, first what is quoted, then what ends the rest, and makes passages of them. */
public final class Trimmer {
    /** How many characters are looked at; what comes after is taken for what the last of them are. */
    static final int MOST = 1 << 18;

    private Trimmer() {}

    /** @param sent what was sent before, oldest first; of many the last are looked at */
    public static Passages passages(String text, List<String> sent) {
        return read(text, Sent.last(sent).stream().map(Sent::of).toList());
    }

    /** The same with texts that are ready for it. */
    public static Passages read(String text, List<Sent> sent) {
        if (text.isEmpty()) {
            return Passages.whole(text);
        }
        int cut = text.length() <= MOST ? text.length() : text.lastIndexOf('\n', MOST) + 1;
        if (cut == 0) {
            return Passages.whole(text);
        }
        Lines lines = new Lines(text.substring(0, cut));
        Mark[] marks = Quotes.mark(lines, sent);
        for (int first = 0; first < marks.length; ) {
            int end = end(marks, first);
            if (marks[first].isNews() && !isForwarded(marks[first])) {
                Disclaimers.mark(lines, marks, first, end);
                Signatures.mark(lines, marks, first, end(marks, first));
            }
            first = end;
        }
        closeGaps(lines, marks);
        return new Passages(text, joined(lines, marks, text.length()));
    }

    /**
     * The text with blanks in place of what is not in its author's own words: what is quoted or passed on, and code between fences. All
     * other characters, and the ends of lines, stay where they are. What comes after the first {@value #MOST} characters is not looked at.
     */
    public static String written(String text) {
        int cut = text.length() <= MOST ? text.length() : text.lastIndexOf('\n', MOST) + 1;
        Lines lines = new Lines(text.substring(0, cut));
        Mark[] marks = Quotes.mark(lines, List.of());
        StringBuilder written = new StringBuilder(text);
        for (int line = 0; line < marks.length; line++) {
            int end = line + 1 < marks.length ? lines.start(line + 1) : cut;
            for (int at = lines.start(line); at < end && !marks[line].isWritten(); at++) {
                written.setCharAt(at, text.charAt(at) == '\n' ? '\n' : ' ');
            }
        }
        return written.toString();
    }

    /** Whether a subject says that its mail passes another on. */
    public static boolean isForwarded(String subject) {
        int colon = subject.indexOf(':');
        return colon > 0
                && Vocabulary.FORWARD_PREFIX.contains(
                        Chars.strip(subject.substring(0, colon)).toLowerCase(Locale.ROOT));
    }

    /** Blank lines below what is not new belong to it, unless something new follows. */
    private static void closeGaps(Lines lines, Mark[] marks) {
        for (int line = 1; line < marks.length; line++) {
            int next = lines.next(line);
            boolean ends = next >= marks.length || !marks[next].isNews();
            if (lines.isBlank(line) && marks[line].isNews() && !marks[line - 1].isNews() && ends) {
                marks[line] = marks[line - 1];
            }
        }
    }

    /** Of a kind; what somebody passes on ends with another's signature, which is news, too. */
    private static int end(Mark[] marks, int first) {
        int end = first;
        while (end < marks.length
                && marks[end].kind() == marks[first].kind()
                && isForwarded(marks[end]) == isForwarded(marks[first])) {
            end++;
        }
        return end;
    }

    private static boolean isForwarded(Mark mark) {
        return mark.rule() == Passage.Rule.FORWARDED;
    }

    private static List<Passage> joined(Lines lines, Mark[] marks, int length) {
        List<Passage> passages = new ArrayList<>();
        for (int first = 0; first < marks.length; ) {
            int end = first;
            while (end < marks.length && marks[end].equals(marks[first])) {
                end++;
            }
            int stop = end == marks.length ? length : lines.start(end);
            Mark mark = marks[first];
            passages.add(new Passage(lines.start(first), stop, mark.kind(), mark.rule(), mark.confidence()));
            first = end;
        }
        return passages;
    }
}
