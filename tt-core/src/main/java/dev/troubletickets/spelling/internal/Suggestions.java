// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a lexicon suggests for the misspelt words of one text. Each is asked for once, however often it stands there, and the first so many
 * alone: there is an end to the work, whatever the text.
 */
public final class Suggestions {
    /** For so many different words there are suggestions, unless another number is asked for. */
    public static final int WORDS = 100;

    /** There are so many for one word, at most. */
    public static final int MOST = 5;

    private final Lexicon lexicon;
    private final int words;
    private final Map<String, List<String>> known = new HashMap<>();

    /** @param words for how many different words suggestions are looked for */
    public Suggestions(Lexicon lexicon, int words) {
        this.lexicon = lexicon;
        this.words = words;
    }

    /** Of later words nothing is known. */
    public List<String> of(String word) {
        if (known.size() >= words && !known.containsKey(word)) {
            return List.of();
        }
        return known.computeIfAbsent(
                word,
                asked -> lexicon.suggest(asked).stream().distinct().limit(MOST).toList());
    }
}
