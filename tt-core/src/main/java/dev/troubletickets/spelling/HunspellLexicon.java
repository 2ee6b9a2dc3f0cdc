// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import dev.troubletickets.spelling.internal.Lexicon;
import java.time.Duration;
import java.util.List;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/** One dictionary, asked through Lucene; safe for concurrent use, as {@link Hunspell} is. */
final class HunspellLexicon implements Lexicon {
    private final Hunspell hunspell;
    private final Duration patience;

    /** @param patience how long one word's suggestions may take */
    HunspellLexicon(Dictionary dictionary, Duration patience) {
        this.patience = patience;
        hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
    }

    @Override
    public boolean knows(String word) {
        return hunspell.spell(word);
    }

    @Override
    public List<String> suggest(String word) {
        return hunspell.suggest(word, patience.toMillis());
    }
}
