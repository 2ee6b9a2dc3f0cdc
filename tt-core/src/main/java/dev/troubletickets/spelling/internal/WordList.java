// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of one language, those first in the list being the most used. */
public final class WordList implements Lexicon {
    private final Set<String> words;
    private final Spellings spellings;

    public WordList(Collection<String> given) {
        Map<String, Integer> ranks = new HashMap<>();
        given.stream()
                .map(word -> word.strip().replace('\u2019', '\''))
                .filter(word -> !word.isEmpty())
                .forEach(word -> ranks.putIfAbsent(word, ranks.size()));
        words = Set.copyOf(ranks.keySet());
        spellings = Spellings.of(ranks);
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
        return spellings.nearest(word, Suggestions.MOST);
    }
}
