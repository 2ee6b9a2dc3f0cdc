// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import dev.troubletickets.core.quote.Vocabulary.Label;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds blocks of lines such as From, Sent, To and Subject, which mail programs put above a quote. A block that somebody pasted is none: one with
 * what only the source of a mail has, or one that a line ending in a colon introduces.
 */
final class HeaderBlocks {
    private static final int LONGEST_LABEL = 40;
    private static final int MOST_LINES = 20;
    private static final int WRAPPED = 2;
    private static final int ENOUGH = 3;

    private final Lines lines;
    private final boolean[] known;
    private final @Nullable Label[] labels;

    HeaderBlocks(Lines lines) {
        this.lines = lines;
        known = new boolean[lines.count()];
        labels = new Label[lines.count()];
    }

    /**
     * @param end the line after the block's last
     * @param history whether a mail program wrote it
     */
    record Block(int end, boolean history) {}

    /** The block that begins at a line; null where none does. */
    @Nullable
    Block at(int first) {
        if (label(first) == null) {
            return null;
        }
        Set<Label> found = EnumSet.noneOf(Label.class);
        boolean evidence = false;
        int end = first;
        int loose = 0;
        for (int line = first; line < Math.min(lines.count(), first + MOST_LINES) && loose <= WRAPPED; line++) {
            Label label = label(line);
            if (label != null) {
                found.add(label);
                evidence |= isEvidence(line);
                end = line + 1;
                loose = 0;
            } else if (!lines.isBlank(line)) {
                evidence |= loose == 0 && lines.raw(line).indexOf('@') >= 0;
                loose++;
            } else if (lines.next(line) >= lines.count() || label(lines.next(line)) == null) {
                break;
            }
        }
        return block(first, end, found, evidence);
    }

    private @Nullable Block block(int first, int end, Set<Label> found, boolean evidence) {
        boolean enough = found.size() >= ENOUGH && found.contains(Label.FROM) && evidence;
        boolean pasted = found.contains(Label.TECHNICAL) || (first > 0 && label(first - 1) == Label.TECHNICAL);
        return enough || pasted ? new Block(wrapped(end), !pasted && !isIntroduced(first)) : null;
    }

    /** The block's last line may be wrapped, too. */
    private int wrapped(int end) {
        int line = end;
        while (line < lines.count() && line < end + WRAPPED && !lines.isBlank(line) && lines.depth(line) == 0) {
            line++;
        }
        return line < lines.count() && lines.isBlank(line) ? line : end;
    }

    private boolean isEvidence(int line) {
        int traits = lines.traits(line);
        return traits >= 0 && ((traits & Traits.ADDRESS) != 0 || Traits.hasDate(traits));
    }

    private boolean isIntroduced(int first) {
        int line = first - 1;
        while (line >= 0 && line > first - ENOUGH && lines.isBlank(line)) {
            line--;
        }
        if (line < 0 || lines.isBlank(line) || lines.depth(line) > 0) {
            return false;
        }
        String words = lines.words(line);
        return Chars.isColon(words.charAt(words.length() - 1)) && !Separators.isNamed(words);
    }

    private @Nullable Label label(int line) {
        if (!known[line]) {
            known[line] = true;
            labels[line] = read(line);
        }
        return labels[line];
    }

    private @Nullable Label read(int line) {
        if (lines.depth(line) > 0 || lines.isBlank(line)) {
            return null;
        }
        String text = lines.raw(line);
        int at = 0;
        while (at < text.length() && at <= LONGEST_LABEL && !Chars.isColon(text.charAt(at))) {
            at++;
        }
        if (at >= text.length() || at > LONGEST_LABEL) {
            return null;
        }
        return Vocabulary.LABELS.get(Chars.folded(text.substring(0, at)));
    }
}
