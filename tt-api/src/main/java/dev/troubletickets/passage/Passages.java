// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.passage;

import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passage.Rule;
import java.util.List;

/**
 * A text and the passages that make it up, in their order and without gaps. Nothing is cut away: what a page folds, it can open.
 *
 * @param all at least one, unless the text is empty
 */
public record Passages(String text, List<Passage> all) {
    /** From this confidence on, a passage that is not new is hidden by default: 0.5. */
    public static final double SURE = 0.5;

    public Passages {
        all = List.copyOf(all);
        int at = 0;
        for (Passage passage : all) {
            if (passage.start() != at) {
                throw new IllegalArgumentException("a gap before " + passage);
            }
            at = passage.end();
        }
        if (at != text.length()) {
            throw new IllegalArgumentException("the passages end at " + at + ", the text at " + text.length());
        }
    }

    /** A text all of which is new, as what is typed into a panel. */
    public static Passages whole(String text) {
        return new Passages(
                text, text.isEmpty() ? List.of() : List.of(new Passage(0, text.length(), Kind.NEW, Rule.WRITTEN, 1)));
    }

    /** The text without what is surely no news; all of it, if nothing else would remain. */
    public String visible() {
        return visible(SURE);
    }

    /**
     * The same with another confidence: a lower one hides more.
     *
     * @param confidence from which a passage that is not new is hidden
     */
    public String visible(double confidence) {
        if (!hides(confidence)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (Passage passage : all) {
            if (passage.isShown(confidence)) {
                shown.append(text, passage.start(), passage.end());
            }
        }
        return withoutBlankLinesAbove(shown.toString().stripTrailing());
    }

    /** Whether {@link #visible()} leaves anything out, so that a page offers to open it. */
    public boolean hidesAnything() {
        return hides(SURE);
    }

    /** The words of one of the passages. */
    public String of(Passage passage) {
        return text.substring(passage.start(), passage.end());
    }

    /** Whether one of the passages is shown by default, and there is anything in it to see. */
    public boolean shows(Passage passage) {
        return passage.isShown() && canBeSeen(of(passage));
    }

    private boolean hides(double confidence) {
        return all.stream().anyMatch(passage -> !passage.isShown(confidence))
                && all.stream().anyMatch(passage -> passage.isShown(confidence) && canBeSeen(of(passage)));
    }

    /** HTML leaves spaces that do not break and characters that are not seen. */
    private static boolean canBeSeen(String words) {
        return words.codePoints()
                .anyMatch(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && !Character.isISOControl(c)
                        && Character.getType(c) != Character.FORMAT);
    }

    private static String withoutBlankLinesAbove(String shown) {
        int start = 0;
        for (int at = 0; at < shown.length() && Character.isWhitespace(shown.charAt(at)); at++) {
            start = shown.charAt(at) == '\n' ? at + 1 : start;
        }
        return shown.substring(start);
    }
}
