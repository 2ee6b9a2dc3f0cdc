// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.troubletickets.spelling.internal.Lexicon;
import dev.troubletickets.spelling.internal.Spellings;
import dev.troubletickets.spelling.internal.Suggestions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/**
 * One dictionary, asked through Lucene; safe for concurrent use, as {@link Hunspell} is. Suggestions are looked for among all forms of its
 * words first: that is quicker than what Hunspell does, and knows which slips are likely. Hunspell adds its own where there are few.
 */
final class HunspellLexicon implements Lexicon {
    private static final int MOST_REMEMBERED = 20_000;

    private final Hunspell hunspell;
    private final Spellings forms;
    private final Duration patience;
    private final LoadingCache<String, Boolean> known;
    private final LoadingCache<String, List<String>> suggested;

    /** @param patience how long Hunspell's suggestions for one word may take */
    HunspellLexicon(Dictionary dictionary, Spellings forms, Duration patience) {
        this.patience = patience;
        this.forms = forms;
        hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
        Caffeine<Object, Object> remembering =
                Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run);
        known = remembering.build(hunspell::spell);
        suggested = remembering.build(this::lookFor);
    }

    @Override
    public boolean knows(String word) {
        return known.get(word);
    }

    @Override
    public List<String> suggest(String word) {
        return suggested.get(word);
    }

    private List<String> lookFor(String word) {
        // some forms are right within other words alone
        Set<String> found = new LinkedHashSet<>(forms.nearest(word, Suggestions.MOST).stream()
                .filter(hunspell::spell)
                .toList());
        if (found.size() < Suggestions.MOST) {
            found.addAll(hunspell.suggest(word, patience.toMillis()));
        }
        return found.stream().limit(Suggestions.MOST).toList();
    }
}
