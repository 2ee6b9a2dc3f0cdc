// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spelling.internal.Spellings;
import dev.troubletickets.spi.spelling.Misspelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.SortingStrategy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is suggested out of few words, as the checker is built without anything else said. */
@Tag("F1")
class SmallDictionaryTest {
    @TempDir
    Path folder;

    private HunspellSpellChecker.Builder builder = HunspellSpellChecker.builder();

    @BeforeEach
    void writeTheDictionary() throws IOException {
        Files.writeString(folder.resolve("small.aff"), """
                SET UTF-8
                TRY esianrtolcdugmphbyfvkwz
                NOSUGGEST !
                SFX S Y 2
                SFX S y ies y
                SFX S 0 es s
                """);
        Files.writeString(folder.resolve("small.dic"), """
                9
                dress/S
                address/S
                caress/S
                adores
                cat
                cot
                cut
                bastard/!
                actress/S
                """);
        builder = builder.language(Locale.ENGLISH, folder.resolve("small.aff"), folder.resolve("small.dic"));
    }

    @Test
    void adressIsMeantToBeAddress() {
        assertThat(suggested("adress")).startsWith("address").contains("dress");
        assertThat(suggested("Adresses")).startsWith("Addresses");
    }

    @Test
    void whatIsRightAndRudeIsNotSuggested() {
        assertThat(builder.build().check("bastard", Locale.ENGLISH)).isEmpty();
        assertThat(suggested("bastrd")).doesNotContain("bastard");
    }

    @Test
    void ofEquallyNearWordsTheMostCommonOneComesFirst() throws IOException {
        List<String> without = suggested("czt");
        assertThat(without).startsWith("cat");

        builder.commonWords(Locale.ENGLISH, Files.writeString(folder.resolve("common"), "  cut \n\ncot\nunheard\n"));
        assertThat(suggested("czt")).startsWith("cut", "cot", "cat").doesNotContain("unheard");
    }

    @Test
    void suggestionsAreForTheFirstSoManyDifferentWords() {
        builder.suggestingForAtMost(2);
        assertThat(builder.build().check("adress czt adress dres czt", Locale.ENGLISH))
                .extracting(misspelt -> misspelt.suggestions().isEmpty())
                .containsExactly(false, false, false, true, false);

        builder.suggestingForAtMost(0);
        assertThat(suggested("adress")).isEmpty();
    }

    /** Each word is looked for once, for all texts. */
    @Test
    void whatWasSuggestedIsRemembered() throws IOException, ParseException {
        HunspellLexicon lexicon;
        try (var affixes = Files.newInputStream(folder.resolve("small.aff"));
                var words = Files.newInputStream(folder.resolve("small.dic"))) {
            Dictionary dictionary = new Dictionary(affixes, List.of(words), false, SortingStrategy.inMemory());
            Map<String, Integer> forms = new HashMap<>(Forms.ranked(dictionary, Optional.of("!"), List.of()));
            lexicon = new HunspellLexicon(dictionary, Spellings.of(forms), Duration.ofMillis(50));
        }

        assertThat(lexicon.suggest("adress")).isSameAs(lexicon.suggest("adress"));
    }

    private List<String> suggested(String word) {
        return builder.build().check(word, Locale.ENGLISH).stream()
                .map(Misspelling::suggestions)
                .findFirst()
                .orElseThrow();
    }
}
