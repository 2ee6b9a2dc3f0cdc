// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling.internal;

import dev.troubletickets.spi.spelling.Misspelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over one text. A word is looked up once, however often it stands there; words of one character or of more than {@value
 * #LONGEST} are not looked at. Suggestions are bounded as {@link Suggestions} are.
 */
public final class Proofreading {
    /** Words of more characters are no words of a language. */
    static final int LONGEST = 50;

    /** By so many words the language of a text is known. */
    private static final int LOOKED_AT = 200;

    private final Lexicon lexicon;
    private final Suggestions suggestions;
    private final Map<String, Boolean> known = new HashMap<>();

    private Proofreading(Lexicon lexicon, int withSuggestions) {
        this.lexicon = lexicon;
        suggestions = new Suggestions(lexicon, withSuggestions);
    }

    /** @param withSuggestions for how many different misspelt words suggestions are looked for */
    public static List<Misspelling> read(String text, Lexicon lexicon, int withSuggestions) {
        return new Proofreading(lexicon, withSuggestions).read(text);
    }

    /** The one that knows the most of the first words; of equals the first; none if nobody knows any. */
    public static <T> Optional<T> mostlyOf(String text, Map<T, ? extends Lexicon> lexicons) {
        List<String> words = Words.of(text).stream()
                .map(word -> word.text().replace('\u2019', '\''))
                .filter(Proofreading::isChecked)
                .distinct()
                .limit(LOOKED_AT)
                .toList();
        Optional<T> best = Optional.empty();
        long most = 0;
        for (Map.Entry<T, ? extends Lexicon> each : lexicons.entrySet()) {
            long known = words.stream().filter(each.getValue()::knows).count();
            if (known > most) {
                most = known;
                best = Optional.of(each.getKey());
            }
        }
        return best;
    }

    private List<Misspelling> read(String text) {
        List<Misspelling> found = new ArrayList<>();
        for (Word word : Words.of(text)) {
            String plain = word.text().replace('\u2019', '\'');
            if (isChecked(plain) && !known.computeIfAbsent(plain, lexicon::knows)) {
                found.add(new Misspelling(word.offset(), word.text(), suggestions.of(plain)));
            }
        }
        return found;
    }

    private static boolean isChecked(String word) {
        return word.length() > 1 && word.length() <= LONGEST;
    }
}
