// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import dev.troubletickets.spelling.internal.Proofreading;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.SortingStrategy;

/**
 * A spell-checker over Hunspell dictionaries that the host brings, such as those in {@code /usr/share/hunspell}. A dictionary is read
 * when it is added and stays in memory. Suggestions for one word take at most {@value HunspellLexicon#MILLISECONDS} ms; what was found
 * by then is what there is.
 */
public final class HunspellSpellChecker implements SpellChecker {
    private final Map<Locale, HunspellLexicon> languages;

    private HunspellSpellChecker(Map<Locale, HunspellLexicon> languages) {
        this.languages = languages;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Set<Locale> languages() {
        return languages.keySet();
    }

    @Override
    public List<Misspelling> check(String text, Locale language) {
        HunspellLexicon lexicon = languages.get(language);
        if (lexicon == null) {
            throw new IllegalArgumentException("no dictionary for " + language.toLanguageTag());
        }
        return Proofreading.read(text, lexicon);
    }

    /** Gathers dictionaries. */
    public static final class Builder {
        private final Map<Locale, HunspellLexicon> languages = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a language, or replaces its dictionary. Several languages may share files.
         *
         * @param affixes the {@code .aff} file, in the encoding that it names
         * @param words the {@code .dic} file, in the same encoding
         * @throws UncheckedIOException if a file cannot be read
         * @throws IllegalArgumentException if a file is not what it should be
         */
        public Builder language(Locale language, Path affixes, Path words) {
            try (InputStream aff = Files.newInputStream(affixes);
                    InputStream dic = Files.newInputStream(words)) {
                languages.put(
                        language,
                        new HunspellLexicon(new Dictionary(aff, List.of(dic), false, SortingStrategy.inMemory())));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ParseException | RuntimeException e) {
                throw new IllegalArgumentException("not a Hunspell dictionary: " + affixes + ", " + words, e);
            }
            return this;
        }

        /** @throws IllegalStateException without any language */
        public HunspellSpellChecker build() {
            if (languages.isEmpty()) {
                throw new IllegalStateException("no language was added");
            }
            return new HunspellSpellChecker(Map.copyOf(languages));
        }
    }
}
