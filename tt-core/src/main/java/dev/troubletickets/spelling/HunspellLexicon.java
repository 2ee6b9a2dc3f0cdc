// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import dev.troubletickets.spelling.internal.Lexicon;
import java.util.List;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.analysis.hunspell.TimeoutPolicy;

/** One dictionary, asked through Lucene; safe for concurrent use, as {@link Hunspell} is. */
final class HunspellLexicon implements Lexicon {
    /** How long one word's suggestions may take. */
    static final long MILLISECONDS = 50;

    private final Hunspell hunspell;

    HunspellLexicon(Dictionary dictionary) {
        hunspell = new Hunspell(dictionary, TimeoutPolicy.RETURN_PARTIAL_RESULT, () -> {});
    }

    @Override
    public boolean knows(String word) {
        return hunspell.spell(word);
    }

    @Override
    public List<String> suggest(String word) {
        return hunspell.suggest(word, MILLISECONDS);
    }
}
