// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.util.Arrays;

/**
 * Finds lines such as "On 3 May 2024 at 10:30, Jane &lt;jane@x.example&gt; wrote:", which mail programs put above a quote and break into up
 * to five. What stands in them decides, in any language: a date, a time, an address, a word for "wrote", a colon. Where marked lines
 * follow, less is needed, for then it is the line alone that is hidden.
 */
final class Attributions {
    private static final int MOST_LINES = 5;
    private static final int MOST_WORDS = 40;
    private static final int FEW_WORDS = 28;
    private static final int NAME = 5;
    private static final int LONGEST_TAIL = 30;
    private static final int OF_THE_LAST = Traits.COLON | Traits.WROTE_LAST | Traits.BRACKETS;
    private static final int OF_ONE_LINE = Traits.OPENS | OF_THE_LAST;

    private final Lines lines;
    private final boolean[] own;

    private Attributions(Lines lines, boolean[] own) {
        this.lines = lines;
        this.own = own;
    }

    /** For each line the last one of the attribution that begins there; -1 where none does. */
    static int[] find(Lines lines, boolean[] own) {
        int[] ends = new int[lines.count()];
        Arrays.fill(ends, -1);
        Attributions attributions = new Attributions(lines, own);
        for (int last = 0; last < ends.length; last++) {
            int first = attributions.first(last);
            if (first >= 0) {
                ends[first] = last;
            }
        }
        return ends;
    }

    private int first(int last) {
        if (!canEnd(last)) {
            return -1;
        }
        int end = lines.traits(last);
        boolean marked = isMarked(lines.next(last));
        boolean apart = last + 1 == lines.count() || lines.isBlank(last + 1);
        int seen = 0;
        int found = -1;
        for (int first = last; first >= 0 && last - first < MOST_LINES && goesOn(first, last); first--) {
            seen = (seen | lines.traits(first)) & 0xffff
                    | (Traits.words(seen) + Traits.words(lines.traits(first))) << 16;
            if (Traits.words(seen) > MOST_WORDS) {
                break;
            }
            int all = seen & ~OF_ONE_LINE | lines.traits(first) & Traits.OPENS | end & OF_THE_LAST;
            if (marked ? suffices(all, first == last) : isCertain(all, apart)) {
                found = first;
                if (Traits.hasDate(all)) {
                    break;
                }
            }
        }
        return found;
    }

    private boolean canEnd(int line) {
        if (lines.isBlank(line) || (lines.depth(line) > 0 && lines.length(line) > LONGEST_TAIL)) {
            return false;
        }
        int end = lines.traits(line);
        return (lines.depth(line) == 0 || isTail(end))
                && has(end, Traits.COLON | Traits.WROTE | Traits.SAID | Traits.BRACKETS);
    }

    /** Whether a line can belong to what ends at another. */
    private boolean goesOn(int line, int last) {
        if (line == last) {
            return lines.traits(line) >= 0;
        }
        if (lines.isBlank(line)) {
            return isTail(lines.traits(last));
        }
        String words = lines.words(line);
        char end = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
        return lines.traits(line) >= 0 && lines.depth(line) == 0 && ".!?".indexOf(end) < 0;
    }

    /** Only the last word and a colon, or the colon, on a line of its own, as programs leave it that break lines at addresses. */
    private static boolean isTail(int traits) {
        int words = Traits.words(traits);
        return has(traits, Traits.COLON) && (words == 0 || (words == 1 && has(traits, Traits.WROTE)));
    }

    private boolean isMarked(int line) {
        return line < lines.count() && (lines.depth(line) > 0 || own[line]);
    }

    /**
     * What hides all that follows.
     *
     * @param apart a blank line follows: without one and without an address, somebody may tell what was written
     */
    private static boolean isCertain(int traits, boolean apart) {
        boolean opens = has(traits, Traits.OPENS) && Traits.hasDate(traits);
        boolean time = has(traits, Traits.TIME);
        boolean address = has(traits, Traits.ADDRESS);
        if (has(traits, Traits.WROTE)) {
            boolean ends = has(traits, Traits.COLON) || (has(traits, Traits.WROTE_LAST) && time && address);
            return opens && ends && (address || (time && apart));
        }
        return opens
                && time
                && address
                && has(traits, Traits.COLON)
                && has(traits, Traits.BRACKETS)
                && Traits.words(traits) <= FEW_WORDS;
    }

    /** What hides itself above marked lines. */
    private static boolean suffices(int traits, boolean alone) {
        boolean opens = has(traits, Traits.OPENS);
        boolean who = has(traits, Traits.ADDRESS);
        boolean when = Traits.hasDate(traits) || has(traits, Traits.TIME);
        if (has(traits, Traits.WROTE | Traits.SAID)) {
            boolean ends = has(traits, Traits.COLON) || has(traits, Traits.WROTE_LAST);
            return ends && ((opens && (who || when)) || (alone && Traits.words(traits) <= NAME));
        }
        return opens
                && Traits.hasDate(traits)
                && (has(traits, Traits.BRACKETS) || (has(traits, Traits.COLON) && has(traits, Traits.TIME)));
    }

    private static boolean has(int traits, int bit) {
        return (traits & bit) != 0;
    }
}
