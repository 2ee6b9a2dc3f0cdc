// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import dev.troubletickets.spi.spelling.Misspelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass over one text. A word is looked up once, however often it stands there; words of one character or of more than {@value
 * #LONGEST} are not looked at. The first {@value #WITH_SUGGESTIONS} different misspellings come with suggestions, the others without,
 * so the time is bounded whatever the text.
 */
public final class Proofreading {
    /** Words of more characters are no words of a language. */
    static final int LONGEST = 50;

    private static final int WITH_SUGGESTIONS = 100;
    private static final int SUGGESTIONS = 5;

    private final Lexicon lexicon;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Map<String, List<String>> suggestions = new HashMap<>();

    private Proofreading(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    public static List<Misspelling> read(String text, Lexicon lexicon) {
        return new Proofreading(lexicon).read(text);
    }

    private List<Misspelling> read(String text) {
        List<Misspelling> found = new ArrayList<>();
        for (Word word : Words.of(text)) {
            String plain = word.text().replace('\u2019', '\'');
            boolean checked = plain.length() > 1 && plain.length() <= LONGEST;
            if (checked && !known.computeIfAbsent(plain, lexicon::knows)) {
                found.add(new Misspelling(word.offset(), word.text(), suggestionsFor(plain)));
            }
        }
        return found;
    }

    private List<String> suggestionsFor(String word) {
        if (suggestions.size() >= WITH_SUGGESTIONS && !suggestions.containsKey(word)) {
            return List.of();
        }
        return suggestions.computeIfAbsent(
                word,
                w -> lexicon.suggest(w).stream().distinct().limit(SUGGESTIONS).toList());
    }
}
