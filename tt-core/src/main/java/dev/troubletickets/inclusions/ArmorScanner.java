// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.inclusions;

import dev.troubletickets.inclusions.EncryptedBlocks.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a text once, line by line, and never goes back. */
final class ArmorScanner {
    private static final String BEGIN = "-----BEGIN PGP MESSAGE-----";
    private static final String END = "-----END PGP MESSAGE-----";
    private static final String ESCAPE = "- ";

    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private @Nullable Open open;

    /** A block whose end has not come yet. */
    private static final class Open {
        private final int start;
        private final int marks;
        private final StringBuilder armored = new StringBuilder(BEGIN).append('\n');
        private boolean inData;

        private Open(int start, int marks) {
            this.start = start;
            this.marks = marks;
        }

        /** False for a line that no armor has: neither a header above the data nor data. */
        private boolean take(String line) {
            boolean isData = isBase64(line);
            if (!isData && (inData || line.indexOf(':') <= 0)) {
                return false;
            }
            inData |= isData && !line.isEmpty();
            armored.append(line).append('\n');
            return true;
        }
    }

    private ArmorScanner(String text) {
        this.text = text;
    }

    static List<Block> scan(String text) {
        ArmorScanner scanner = new ArmorScanner(text);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            scanner.line(at, end);
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        return scanner.blocks;
    }

    private void line(int start, int end) {
        int from = start;
        int marks = 0;
        while (from < end && (isBlank(text.charAt(from)) || text.charAt(from) == '>')) {
            marks += text.charAt(from) == '>' ? 1 : 0;
            from++;
        }
        int to = end;
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        if (text.startsWith(ESCAPE + "-----", from)) {
            from += ESCAPE.length();
        }
        line(from, to, marks);
    }

    private void line(int from, int to, int marks) {
        if (is(BEGIN, from, to)) {
            open = new Open(from, marks);
        } else if (open != null) {
            // mail programs that quote leave empty lines without a mark
            boolean fits = marks == open.marks || from == to && marks < open.marks;
            if (fits && open.inData && is(END, from, to)) {
                blocks.add(new Block(
                        open.start, to, open.armored.append(END).append('\n').toString()));
                open = null;
            } else if (!fits || !open.take(text.substring(from, to))) {
                open = null;
            }
        }
    }

    private boolean is(String marker, int from, int to) {
        return to - from == marker.length() && text.startsWith(marker, from);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u00a0';
    }

    private static boolean isBase64(String line) {
        return line.chars()
                .allMatch(c -> c >= 'A' && c <= 'Z'
                        || c >= 'a' && c <= 'z'
                        || c >= '0' && c <= '9'
                        || c == '+'
                        || c == '/'
                        || c == '=');
    }
}
