// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.troubletickets.contract.spelling.SpellCheckerContract;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordListSpellCheckerTest implements SpellCheckerContract {
    private final WordListSpellChecker checker = WordListSpellChecker.of(Locale.ENGLISH, WORDS)
            .with(Locale.FRENCH, List.of("serveur", "Paris", "aujourd\u2019hui"));

    @Override
    public SpellChecker testee() {
        return checker;
    }

    @Override
    public Locale english() {
        return Locale.ENGLISH;
    }

    @Test
    void eachLanguageHasItsOwnWords() {
        assertThat(checker.check("serveur aujourd'hui", Locale.FRENCH)).isEmpty();
        assertThat(checker.check("server", Locale.FRENCH))
                .extracting(Misspelling::word)
                .containsExactly("server");
    }

    @Test
    void aNameKeepsItsCapital() {
        assertThat(checker.check("Paris PARIS", Locale.FRENCH)).isEmpty();
        assertThat(checker.check("paris", Locale.FRENCH))
                .singleElement()
                .extracting(Misspelling::suggestions)
                .isEqualTo(List.of("Paris"));
    }

    @Test
    void nearerWordsComeFirstThenThoseThatBeginAlikeThenTheOrderOfTheList() {
        SpellChecker mails =
                WordListSpellChecker.of(Locale.ENGLISH, List.of("nails", "malls", "mails", "main", "zebra", "mailbox"));

        assertThat(mails.check("mials", Locale.ENGLISH))
                .singleElement()
                .extracting(Misspelling::suggestions)
                .isEqualTo(List.of("mails", "malls", "nails"));
    }

    @Test
    void anEmptyListKnowsNothingAndSuggestsNothing() {
        assertThat(WordListSpellChecker.of(Locale.ENGLISH, List.of(" ")).check("mail", Locale.ENGLISH))
                .singleElement()
                .extracting(Misspelling::suggestions)
                .isEqualTo(List.of());
    }

    @Test
    void manyMistakesAgainstALongListTakeLittleTime() {
        List<String> words =
                IntStream.range(0, 50_000).mapToObj(i -> spelt(i, 8)).toList();
        String text = IntStream.range(0, 5_000).mapToObj(i -> spelt(i * 17, 9)).collect(Collectors.joining(" "));
        SpellChecker large = WordListSpellChecker.of(Locale.ENGLISH, words);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(large.check(text, Locale.ENGLISH)).hasSize(5_000));
    }

    /** A number in letters. */
    private static String spelt(int number, int length) {
        return String.format("%" + length + "s", Integer.toString(number, 20))
                .chars()
                .mapToObj(c -> String.valueOf((char) (c <= '9' ? 'k' + Math.max(0, c - '0') : c)))
                .collect(Collectors.joining());
    }
}
