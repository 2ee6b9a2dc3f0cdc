// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.knowledge;

import dev.troubletickets.knowledge.ArticleId;
import dev.troubletickets.search.SearchWords;
import dev.troubletickets.spi.storage.ArticleStore.Hit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Which articles a text is about (E9), by the words they share with it: the rarer a word is among the articles, the more it tells. What a
 * huge text costs is what its beginning costs. A pure function of its arguments.
 */
final class Relevant {
    private static final int CHARACTERS = 4_000;
    private static final int MOST_WORDS = 100;
    private static final int TELLING = 20;
    /** A word that more than every second article has tells nothing, unless there are few articles. */
    private static final int FEW = 3;
    /** As many places of words are looked at together. */
    private static final int MOST_HITS = 10_000;

    private Relevant() {}

    /** The words of these texts that may tell something, the first ones. */
    static Set<String> words(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            SearchWords.of(text.substring(0, Math.min(text.length(), CHARACTERS))).stream()
                    .filter(word -> words.size() < MOST_WORDS)
                    .forEach(words::add);
        }
        return words;
    }

    /**
     * Those to go by, the rarest first.
     *
     * @param frequencies how many articles have each
     * @param articles how many there are
     */
    static Set<String> telling(Map<String, Integer> frequencies, long articles) {
        long common = Math.max(FEW, articles / 2);
        Set<String> telling = new LinkedHashSet<>();
        int hits = 0;
        List<Map.Entry<String, Integer>> rarestFirst = frequencies.entrySet().stream()
                .filter(word -> word.getValue() <= common)
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .limit(TELLING)
                .toList();
        for (Map.Entry<String, Integer> word : rarestFirst) {
            hits += word.getValue();
            if (hits <= MOST_HITS) {
                telling.add(word.getKey());
            }
        }
        return telling;
    }

    /** The articles by what they share, the best first; of equal ones the newest. */
    static List<ArticleId> best(Collection<Hit> hits, Map<String, Integer> frequencies, long articles, int limit) {
        Map<ArticleId, Long> scores = new HashMap<>();
        for (Hit hit : hits) {
            // whole numbers, whose sum is the same in any order
            long rarity = Math.round(1000 * Math.log(1 + (double) articles / frequencies.getOrDefault(hit.word(), 1)));
            scores.merge(hit.article(), rarity * rarity * hit.weight(), Long::sum);
        }
        Comparator<ArticleId> order = Comparator.comparingLong(id -> Objects.requireNonNull(scores.get(id)));
        return scores.keySet().stream()
                .sorted(order.thenComparingLong(ArticleId::value).reversed())
                .limit(limit)
                .toList();
    }
}
