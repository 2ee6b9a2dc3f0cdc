// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import dev.troubletickets.core.quote.HeaderBlocks.Block;
import java.util.Arrays;
import java.util.List;

/** Goes through a text from above and marks what is quoted; what follows a mark without quote marks of its own is quoted to the end. */
final class Quotes {
    private final Lines lines;
    private final Mark[] marks;
    private final boolean[] own;
    private final int lastOwn;
    private final boolean[] fenced;
    private final int[] attributions;
    private final HeaderBlocks blocks;
    private int at;
    private int markedLines;

    private Quotes(Lines lines, boolean[] own) {
        this.lines = lines;
        this.own = own;
        lastOwn = last(own);
        fenced = Fences.lines(lines);
        attributions = Attributions.find(lines, own);
        blocks = new HeaderBlocks(lines);
        marks = new Mark[lines.count()];
        Arrays.fill(marks, Mark.NEW);
    }

    static Mark[] mark(Lines lines, List<Sent> sent) {
        Quotes quotes = new Quotes(lines, OwnWords.lines(lines, sent));
        while (quotes.at < lines.count()) {
            quotes.step();
        }
        return quotes.marks;
    }

    private void step() {
        int line = at;
        if (fenced[line]) {
            fill(line, line + 1, Mark.CODE);
        } else if (lines.isBlank(line)) {
            at++;
        } else if (attributions[line] >= 0) {
            history(attributions[line] + 1, Mark.ATTRIBUTION);
        } else if (lines.depth(line) > 0) {
            marked();
        } else if (own[line]) {
            fill(line, line + 1, Mark.OWN);
        } else {
            header(line);
        }
    }

    private void header(int line) {
        switch (Separators.kind(lines.raw(line))) {
            case FORWARDED -> fill(line, lines.count(), Mark.FORWARDED);
            case ORIGINAL -> original(line);
            default -> block(line);
        }
    }

    /** Unless the source of a mail follows, as reports about mails show it. */
    private void original(int line) {
        int next = lines.next(line);
        Block block = next < lines.count() ? blocks.at(next) : null;
        if (block == null || block.history()) {
            history(block == null ? line + 1 : block.end(), Mark.SEPARATOR);
        } else {
            at = block.end();
        }
    }

    private void block(int line) {
        Block block = blocks.at(line);
        if (block == null) {
            at++;
        } else if (block.history()) {
            history(block.end(), Mark.HEADERS);
        } else {
            at = block.end();
        }
    }

    /** What stands above a quote, from the current line up to another, and the quote itself if it has no marks. */
    private void history(int body, Mark mark) {
        int first = at;
        int next = body > 0 ? lines.next(body - 1) : body;
        if (next < lines.count() && lines.depth(next) > 0) {
            fill(first, body, mark);
        } else if (lastOwn >= body) {
            fill(first, body, mark);
            answered(body, mark, hasNews(first));
        } else {
            fill(first, lines.count(), mark);
        }
        rulesAbove(first, mark);
    }

    /** Between lines that were sent before stand answers; below the last of them too, if there are none above. */
    private void answered(int body, Mark mark, boolean newsAbove) {
        int words = firstOwn(body);
        for (int line = body; line <= lastOwn; line++) {
            boolean quoted = own[line] || lines.isBlank(line) || lines.depth(line) > 0 || line < words;
            marks[line] = quoted ? mark : Mark.ANSWER;
        }
        at = lastOwn + 1;
        if (newsAbove) {
            fill(at, lines.count(), mark);
        }
    }

    private int firstOwn(int from) {
        int line = from;
        while (!own[line]) {
            line++;
        }
        return line;
    }

    private static int last(boolean[] own) {
        int line = own.length - 1;
        while (line >= 0 && !own[line]) {
            line--;
        }
        return line;
    }

    private boolean hasNews(int before) {
        for (int line = 0; line < before; line++) {
            if (marks[line].isNews() && !lines.isBlank(line)) {
                return true;
            }
        }
        return false;
    }

    /** Lines drawn above a quote belong to it. */
    private void rulesAbove(int first, Mark mark) {
        int line = first - 1;
        while (line >= 0
                && marks[line].isNews()
                && (lines.isBlank(line) || Separators.kind(lines.raw(line)) == Separators.Kind.RULE)) {
            line--;
        }
        for (int rule = line + 1; rule < first; rule++) {
            if (!lines.isBlank(rule)) {
                Arrays.fill(marks, rule, first, mark);
                return;
            }
        }
    }

    private void marked() {
        int first = at;
        int end = Marked.end(lines, first);
        fill(first, end, end - first == 1 && isLone(first) ? Mark.LONE : Mark.MARKS);
    }

    private boolean isLone(int line) {
        if (markedLines == 0) {
            for (int any = 0; any < lines.count(); any++) {
                markedLines += lines.depth(any) > 0 ? 1 : 0;
            }
        }
        return markedLines == 1 && Arrays.stream(marks, 0, line).allMatch(Mark::isNews);
    }

    private void fill(int from, int to, Mark mark) {
        Arrays.fill(marks, from, to, mark);
        at = Math.max(at, to);
    }
}
