// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.spelling.internal.Proofreading;
import dev.troubletickets.spelling.internal.Suggestions;
import dev.troubletickets.spelling.internal.WordList;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A spell-checker over plain lists of words, one for each language; immutable. It inflects nothing: every form must be in the list.
 * A word in lower case is also right with a capital and in capitals, a word with capitals only with those or all in capitals. Suggests words
 * that one or two changes of a letter away give; of equally near ones those first that stand first in the list, so a list in order
 * of use is best. The first 100 different misspelt words of a text come with suggestions.
 */
public final class WordListSpellChecker implements SpellChecker {
    private final Map<Locale, WordList> lists;

    private WordListSpellChecker(Map<Locale, WordList> lists) {
        this.lists = lists;
    }

    public static WordListSpellChecker of(Locale language, Collection<String> words) {
        return new WordListSpellChecker(Map.of(language, new WordList(words)));
    }

    /** This and one more language; the words replace those given for the language before. */
    public WordListSpellChecker with(Locale language, Collection<String> words) {
        Map<Locale, WordList> all = new LinkedHashMap<>(lists);
        all.put(language, new WordList(words));
        return new WordListSpellChecker(Collections.unmodifiableMap(all));
    }

    @Override
    public Set<Locale> languages() {
        return lists.keySet();
    }

    @Override
    public Optional<Locale> languageOf(String text) {
        return Proofreading.mostlyOf(text, lists);
    }

    @Override
    public List<Misspelling> check(String text, Locale language) {
        WordList list = lists.get(language);
        if (list == null) {
            throw new IllegalArgumentException("no words for " + language.toLanguageTag());
        }
        return Proofreading.read(text, list, Suggestions.WORDS);
    }
}
