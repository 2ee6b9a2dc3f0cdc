// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

/** Finds the end of a quote whose lines have marks, over the lines that lost theirs when a mail program wrapped them. */
final class Marked {
    private static final int WRAPPED_FROM = 60;

    private Marked() {}

    /** The line after the quote that begins at a line. */
    static int end(Lines lines, int first) {
        int line = first;
        while (line < lines.count()) {
            int next = lines.next(line);
            if (next < lines.count() && lines.depth(next) > 0) {
                line = next;
            } else if (next == line + 1 && next < lines.count() && isWrapped(lines, next)) {
                line = next + 1;
            } else {
                break;
            }
        }
        return Math.min(line + 1, lines.count());
    }

    /** Directly between two marked lines: the tail of a long line that goes on in small letters, or a link alone. */
    private static boolean isWrapped(Lines lines, int line) {
        if (line + 1 >= lines.count() || lines.depth(line + 1) == 0 || lines.depth(line - 1) == 0) {
            return false;
        }
        String words = lines.words(line);
        String before = lines.words(line - 1);
        if (isLink(words) || isRestOfLink(words, before)) {
            return true;
        }
        return lines.length(line - 1) >= WRAPPED_FROM
                && words.length() < lines.length(line - 1)
                && Character.isLowerCase(words.charAt(0))
                && !before.isEmpty()
                && Character.isLetterOrDigit(before.charAt(before.length() - 1));
    }

    /** Without a space, below a line that ends in a link. */
    private static boolean isRestOfLink(String words, String before) {
        return words.indexOf(' ') < 0
                && before.indexOf("://", before.lastIndexOf(' ') + 1) > 0
                && words.chars().anyMatch(c -> "=/&?%_".indexOf(c) >= 0);
    }

    private static boolean isLink(String words) {
        int start = 0;
        while (start < words.length() && "(<[ ".indexOf(words.charAt(start)) >= 0) {
            start++;
        }
        int end = words.length();
        while (end > start && ")>] ".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        String link = words.substring(start, end);
        return (link.startsWith("http://") || link.startsWith("https://")) && link.indexOf(' ') < 0;
    }
}
