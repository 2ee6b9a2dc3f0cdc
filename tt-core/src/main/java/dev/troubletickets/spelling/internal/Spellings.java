// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Words in alphabetical order, to find those that a misspelt one was meant to be. One walk over the list, in which words that begin
 * alike share the work, and all that begin too differently are passed over at once; a few milliseconds for a hundred thousand words. The walk
 * begins with the words that have the first letter of the misspelt one, in which few err, and ends when it has cost enough: what was found
 * by then is what there is, the same at every time on every machine.
 */
public final class Spellings {
    /** So much apart a word and what was meant are at most: two slips. */
    private static final int FARTHEST = 230;
    /** Of short words, most are two slips away from everything. */
    private static final int FARTHEST_PER_LETTER = 60;
    /** So many pairs of letters are compared for one word, some tens of milliseconds. */
    private static final long MOST_COMPARED = 20_000_000;

    private final long mostCompared;
    private final String[] words;
    /** The words in lower case. */
    private final String[] keys;
    /** How many characters each key has in common with the one before it. */
    private final byte[] shared;
    /** What the words are in order of use; the less, the more used. */
    private final int[] ranks;

    private Spellings(List<Map.Entry<String, Integer>> sorted, long mostCompared) {
        this.mostCompared = mostCompared;
        words = new String[sorted.size()];
        keys = new String[words.length];
        shared = new byte[words.length];
        ranks = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = sorted.get(i).getKey();
            keys[i] = lower(words[i]);
            shared[i] = (byte) (i == 0 ? 0 : shared(keys[i - 1], keys[i]));
            ranks[i] = sorted.get(i).getValue();
        }
    }

    /** @param ranks the words, each with its rank by use; of equally near ones the lower rank comes first */
    public static Spellings of(Map<String, Integer> ranks) {
        return of(ranks, MOST_COMPARED);
    }

    static Spellings of(Map<String, Integer> ranks, long mostCompared) {
        return new Spellings(
                ranks.entrySet().stream()
                        .filter(entry -> !entry.getKey().isEmpty()
                                && lower(entry.getKey()).length() <= Proofreading.LONGEST)
                        .sorted(Comparator.comparing(entry -> lower(entry.getKey())))
                        .toList(),
                mostCompared);
    }

    /** The words that may have been meant, in the capitals of this one, the likeliest first. */
    public List<String> nearest(String word, int most) {
        Capitals capitals = Capitals.of(word);
        return near(lower(word), capitals).stream()
                .sorted(Near.LIKELIEST)
                .map(near -> capitals.apply(near.word()))
                .distinct()
                .limit(most)
                .toList();
    }

    private List<Near> near(String wanted, Capitals capitals) {
        List<Near> found = new ArrayList<>();
        if (!wanted.isEmpty()) {
            Walk walk = new Walk(wanted, Math.min(FARTHEST, FARTHEST_PER_LETTER * wanted.length()), mostCompared);
            int first = from(wanted.charAt(0));
            int behind = from(wanted.charAt(0) + 1);
            addNear(walk, first, behind, capitals, found);
            addNear(walk, 0, first, capitals, found);
            addNear(walk, behind, keys.length, capitals, found);
        }
        return found;
    }

    /** The first of the keys that begin with this character or one behind it. */
    private int from(int character) {
        int low = 0;
        int high = keys.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (keys[middle].charAt(0) < character) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** @param from where the keys begin with another character than the one before */
    private void addNear(Walk walk, int from, int to, Capitals capitals, List<Near> found) {
        int passedOver = Integer.MAX_VALUE;
        for (int i = from; i < to && !walk.isOver(); i++) {
            if (shared[i] >= passedOver) {
                continue;
            }
            passedOver = walk.to(keys[i], shared[i]);
            if (passedOver == Integer.MAX_VALUE) {
                int cost = walk.cost(keys[i].length());
                if (cost <= walk.limit) {
                    boolean otherCapitals = capitals == Capitals.NONE && !keys[i].equals(words[i]);
                    found.add(new Near(words[i], otherCapitals ? cost + Slips.CAPITAL : cost, ranks[i]));
                }
            }
        }
    }

    private static int shared(String one, String other) {
        int end = Math.min(one.length(), other.length());
        int at = 0;
        while (at < end && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private record Near(String word, int cost, int rank) {
        static final Comparator<Near> LIKELIEST = Comparator.comparingInt(Near::cost)
                .thenComparingInt(Near::rank)
                .thenComparingInt(near -> near.word().length())
                .thenComparing(Near::word);
    }

    /** The costs of making each beginning of the wanted word out of each beginning of the key that the walk stands at. */
    private static final class Walk {
        private final String wanted;
        private final int limit;
        private final int[][] rows;
        private final int[] least;
        private long left;

        Walk(String wanted, int limit, long mostCompared) {
            this.wanted = wanted;
            this.limit = limit;
            left = mostCompared;
            rows = new int[Proofreading.LONGEST + 1][wanted.length() + 1];
            least = new int[Proofreading.LONGEST + 1];
            for (int j = 1; j <= wanted.length(); j++) {
                rows[0][j] = rows[0][j - 1] + Slips.missing(before(wanted, j - 1), wanted.charAt(j - 1));
            }
        }

        /**
         * @param known how many characters of the key the walk has passed before
         * @return with how many characters in common with this key a word is too far away; or that this one may be near
         */
        int to(String key, int known) {
            for (int i = known + 1; i <= key.length(); i++) {
                row(key, i);
                boolean gone = least[i] > limit && least[i - 1] + Slips.SWAPPED_VOWELS > limit;
                if (gone) {
                    return i;
                }
            }
            return Integer.MAX_VALUE;
        }

        boolean isOver() {
            return left <= 0;
        }

        int cost(int length) {
            return rows[length][wanted.length()];
        }

        private void row(String key, int i) {
            left -= wanted.length();
            char letter = key.charAt(i - 1);
            char before = before(key, i - 1);
            int[] row = rows[i];
            int[] last = rows[i - 1];
            int missing = Slips.missing(before, letter);
            row[0] = last[0] + missing;
            least[i] = row[0];
            for (int j = 1; j <= wanted.length(); j++) {
                char written = wanted.charAt(j - 1);
                int best = last[j - 1] + Slips.replaced(written, letter, i == 1 && j == 1);
                best = Math.min(best, last[j] + missing);
                best = Math.min(best, row[j - 1] + Slips.missing(before(wanted, j - 1), written));
                if (i > 1 && j > 1 && letter != written && letter == wanted.charAt(j - 2) && before == written) {
                    best = Math.min(best, rows[i - 2][j - 2] + Slips.swapped(letter, written));
                }
                row[j] = best;
                least[i] = Math.min(least[i], best);
            }
        }

        private static char before(String word, int at) {
            return at == 0 ? 0 : word.charAt(at - 1);
        }
    }
}
