// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

/** Text that grows word by word into lines, each with the mark of its quoting depth; white space is folded. */
final class TextLines {
    private static final int DEEPEST_QUOTE = 20;

    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private int quoting;
    private boolean atStart = true;
    private boolean spacePending;
    private boolean blankPending;
    private int blankQuoting;

    TextLines(int limit) {
        this.limit = limit;
    }

    String text() {
        int end = out.length();
        while (end > 0 && (out.charAt(end - 1) == '\n' || out.charAt(end - 1) == ' ')) {
            end--;
        }
        return out.substring(0, end);
    }

    /** Words with white space between them folded to one space. */
    void words(String text) {
        for (int i = 0; i < text.length() && out.length() <= limit; i++) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                spacePending = !atStart;
            } else {
                put(c == '\u00a0' ? ' ' : c);
            }
        }
    }

    /** White space stays as it is. */
    void verbatim(String text) {
        for (int i = 0; i < text.length() && out.length() <= limit; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                lineBreak();
            } else if (c != '\r') {
                put(c);
            }
        }
    }

    /** Some space before what follows in the same line. */
    void gap() {
        spacePending = !atStart;
    }

    /** What follows begins a line. */
    void line() {
        if (!atStart) {
            newline();
        }
    }

    /** Ends the line, be it empty. */
    void lineBreak() {
        if (atStart && !out.isEmpty()) {
            startLine();
        }
        newline();
    }

    /** What follows begins a line after an empty one. */
    void paragraph() {
        line();
        blankQuoting = blankPending ? Math.min(blankQuoting, quoting) : quoting;
        blankPending = !out.isEmpty();
    }

    void quote(int deeper) {
        quoting += deeper;
    }

    boolean endsWith(String text) {
        int start = out.length() - text.length();
        return start >= 0 && out.indexOf(text, start) == start;
    }

    private void put(char c) {
        if (atStart) {
            startLine();
        } else if (spacePending) {
            out.append(' ');
        }
        spacePending = false;
        out.append(c);
    }

    private void startLine() {
        if (blankPending && !out.isEmpty()) {
            out.append(mark(Math.min(blankQuoting, quoting)).stripTrailing()).append('\n');
        }
        out.append(mark(quoting));
        blankPending = false;
        atStart = false;
    }

    private static String mark(int depth) {
        return "> ".repeat(Math.min(depth, DEEPEST_QUOTE));
    }

    private void newline() {
        if (!out.isEmpty()) {
            out.append('\n');
        }
        atStart = true;
        spacePending = false;
    }
}
