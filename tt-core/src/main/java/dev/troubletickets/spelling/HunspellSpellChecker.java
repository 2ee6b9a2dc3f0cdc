// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import dev.troubletickets.spelling.internal.Proofreading;
import dev.troubletickets.spelling.internal.Spellings;
import dev.troubletickets.spelling.internal.Suggestions;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.SortingStrategy;

/**
 * A spell-checker over Hunspell dictionaries that the host brings, such as those in {@code /usr/share/hunspell}. A dictionary is read
 * when it is added and stays in memory. The time for suggestions is bounded: the first 100 different misspelt words of a text have some, for
 * each of which a limited part of all forms is looked at, some tens of milliseconds at most, and then Hunspell is asked for 50 ms; what
 * was found by then is what there is.
 */
public final class HunspellSpellChecker implements SpellChecker {
    private static final int MOST_COMMON = 200_000;

    private final Map<Locale, HunspellLexicon> languages;

    private final int withSuggestions;

    private HunspellSpellChecker(Map<Locale, HunspellLexicon> languages, int withSuggestions) {
        this.withSuggestions = withSuggestions;
        this.languages = Collections.unmodifiableMap(languages);
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Set<Locale> languages() {
        return languages.keySet();
    }

    @Override
    public Optional<Locale> languageOf(String text) {
        return Proofreading.mostlyOf(text, languages);
    }

    @Override
    public List<Misspelling> check(String text, Locale language) {
        HunspellLexicon lexicon = languages.get(language);
        if (lexicon == null) {
            throw new IllegalArgumentException("no dictionary for " + language.toLanguageTag());
        }
        return Proofreading.read(text, lexicon, withSuggestions);
    }

    /** Gathers dictionaries. */
    public static final class Builder {
        private final Map<Locale, Source> sources = new LinkedHashMap<>();
        private final Map<Locale, List<String>> common = new HashMap<>();
        private Duration patience = Duration.ofMillis(50);
        private int withSuggestions = Suggestions.WORDS;

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
            try {
                return language(language, affixes.toUri().toURL(), words.toUri().toURL());
            } catch (MalformedURLException e) {
                throw new UncheckedIOException(e);
            }
        }

        /**
         * The same from the class path, as {@link Class#getResource} finds it.
         *
         * @throws UncheckedIOException if a resource cannot be read
         * @throws IllegalArgumentException if a resource is not what it should be
         */
        public Builder language(Locale language, URL affixes, URL words) {
            try (InputStream aff = affixes.openStream();
                    InputStream dic = words.openStream();
                    InputStream again = affixes.openStream()) {
                Dictionary dictionary = new Dictionary(aff, List.of(dic), false, SortingStrategy.inMemory());
                sources.put(language, new Source(dictionary, Forms.notSuggested(again)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ParseException | RuntimeException e) {
                throw new IllegalArgumentException("not a Hunspell dictionary: " + affixes + ", " + words, e);
            }
            return this;
        }

        /**
         * Says which words of a language are used most, so that of equally near ones they are suggested first. Without it, words come before
         * what is derived from them.
         *
         * @param words one a line, the most used first, in UTF-8
         * @throws UncheckedIOException if the file cannot be read
         */
        public Builder commonWords(Locale language, Path words) {
            try (Stream<String> lines = Files.lines(words)) {
                common.put(
                        language,
                        lines.map(String::strip)
                                .filter(word -> !word.isEmpty())
                                .limit(MOST_COMMON)
                                .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        /**
         * How long Hunspell may look for suggestions for one word where there are not enough among the forms; 50 ms by default.
         *
         * @throws IllegalArgumentException if it is not at least a millisecond
         */
        public Builder suggestingWithin(Duration time) {
            if (time.toMillis() < 1) {
                throw new IllegalArgumentException("suggestions take at least a millisecond");
            }
            patience = time;
            return this;
        }

        /**
         * For how many different misspelt words of a text suggestions are looked for, the first ones; 100 by default.
         *
         * @throws IllegalArgumentException if it is negative
         */
        public Builder suggestingForAtMost(int words) {
            if (words < 0) {
                throw new IllegalArgumentException("suggestions are for no fewer than 0 words");
            }
            withSuggestions = words;
            return this;
        }

        /**
         * Lists the forms of all words, which takes a second or two for each language.
         *
         * @throws IllegalStateException without any language
         */
        public HunspellSpellChecker build() {
            if (sources.isEmpty()) {
                throw new IllegalStateException("no language was added");
            }
            Map<Locale, HunspellLexicon> languages = new LinkedHashMap<>();
            sources.forEach((language, source) ->
                    languages.put(language, source.lexicon(common.getOrDefault(language, List.of()), patience)));
            return new HunspellSpellChecker(languages, withSuggestions);
        }
    }

    private record Source(Dictionary dictionary, Optional<String> notSuggested) {
        HunspellLexicon lexicon(List<String> common, Duration patience) {
            return new HunspellLexicon(
                    dictionary, Spellings.of(Forms.ranked(dictionary, notSuggested, common)), patience);
        }
    }
}
