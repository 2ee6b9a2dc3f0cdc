// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words of one language, in the order of the list and by length. */
public final class WordList implements Lexicon {
    private static final int FARTHEST = 2;
    private static final int SUGGESTIONS = 5;

    private final Set<String> words = new LinkedHashSet<>();
    private final List<List<Entry>> byLength = new ArrayList<>();

    public WordList(Collection<String> given) {
        given.stream()
                .map(word -> word.strip().replace('\u2019', '\''))
                .filter(word -> !word.isEmpty())
                .forEach(words::add);
        int rank = 0;
        for (String word : words) {
            while (byLength.size() <= word.length()) {
                byLength.add(new ArrayList<>());
            }
            byLength.get(word.length()).add(Entry.of(word, rank++));
        }
    }

    @Override
    public boolean knows(String word) {
        if (words.contains(word)) {
            return true;
        }
        return switch (Capitals.of(word)) {
            case ALL ->
                words.contains(Capitals.FIRST.apply(word.toLowerCase(Locale.ROOT)))
                        || words.contains(word.toLowerCase(Locale.ROOT));
            case FIRST -> words.contains(word.toLowerCase(Locale.ROOT));
            case NONE, MIXED -> false;
        };
    }

    @Override
    public List<String> suggest(String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        long letters = lettersOf(wanted);
        Capitals capitals = Capitals.of(word);
        List<Near> near = new ArrayList<>();
        int longest = Math.min(byLength.size() - 1, wanted.length() + FARTHEST);
        for (int length = Math.max(1, wanted.length() - FARTHEST); length <= longest; length++) {
            for (Entry entry : byLength.get(length)) {
                int distance = entry.distanceTo(wanted, letters);
                if (distance <= FARTHEST) {
                    near.add(
                            new Near(distance, wanted.charAt(0) != entry.lower().charAt(0), entry));
                }
            }
        }
        return near.stream()
                .sorted(Near.BEST_FIRST)
                .limit(SUGGESTIONS)
                .map(n -> capitals.apply(n.entry().word()))
                .toList();
    }

    /** A set of letters, some of which fall together. */
    private static long lettersOf(String word) {
        return word.chars().mapToLong(c -> 1L << (c & 63)).reduce(0, (a, b) -> a | b);
    }

    private record Entry(String word, String lower, long letters, int rank) {
        static Entry of(String word, int rank) {
            String lower = word.toLowerCase(Locale.ROOT);
            return new Entry(word, lower, lettersOf(lower), rank);
        }

        /** One change puts at most one letter in the place of another, so words of too different letters need no closer look. */
        int distanceTo(String wanted, long wantedLetters) {
            return Long.bitCount(letters ^ wantedLetters) > 2 * FARTHEST
                    ? FARTHEST + 1
                    : EditDistance.between(wanted, lower, FARTHEST);
        }
    }

    private record Near(int distance, boolean beginsOtherwise, Entry entry) {
        static final Comparator<Near> BEST_FIRST = Comparator.comparingInt(Near::distance)
                .thenComparing(Near::beginsOtherwise)
                .thenComparing(near -> near.entry().rank());
    }
}
