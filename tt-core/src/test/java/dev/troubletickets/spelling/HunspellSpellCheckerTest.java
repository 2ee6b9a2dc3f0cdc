// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.spelling.SpellCheckerContract;
import dev.troubletickets.spi.spelling.Misspelling;
import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HunspellSpellCheckerTest implements SpellCheckerContract {
    private static final String DICTIONARIES = "/META-INF/resources/webjars/typo-js/1.2.5/dictionaries/en_US/";

    @TempDir
    static Path folder;

    private static SpellChecker checker;

    @BeforeAll
    static void readTheDictionary() throws IOException {
        checker = HunspellSpellChecker.builder()
                .language(Locale.US, copy("en_US.aff"), copy("en_US.dic"))
                .build();
    }

    private static Path copy(String name) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = HunspellSpellCheckerTest.class.getResourceAsStream(DICTIONARIES + name)) {
            Files.copy(in, file);
        }
        return file;
    }

    @Override
    public SpellChecker testee() {
        return checker;
    }

    @Override
    public Locale english() {
        return Locale.US;
    }

    @Test
    void knowsInflectedForms() {
        assertThat(checker.check("servers answered answering unanswered the server's messages", Locale.US))
                .isEmpty();
    }

    @Test
    void aDictionaryIsReadFromTheClassPathToo() {
        SpellChecker fromClassPath = HunspellSpellChecker.builder()
                .language(Locale.US, resource("en_US.aff"), resource("en_US.dic"))
                .build();

        assertThat(fromClassPath.check("the servre", Locale.US))
                .extracting(Misspelling::word)
                .containsExactly("servre");
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(HunspellSpellCheckerTest.class.getResource(DICTIONARIES + name));
    }

    @Test
    void theFirstSuggestionIsTheLikeliest() {
        assertThat(checker.check("I recieve", Locale.US))
                .singleElement()
                .satisfies(found -> assertThat(found.suggestions()).startsWith("receive"));
        assertThat(checker.check("seperate", Locale.US))
                .extracting(Misspelling::suggestions)
                .allSatisfy(words -> assertThat(words).startsWith("separate"));
    }

    @Test
    void aDictionaryThatCannotBeReadIsRefused() {
        HunspellSpellChecker.Builder builder = HunspellSpellChecker.builder();

        assertThatThrownBy(() -> builder.language(Locale.US, folder.resolve("no.aff"), folder.resolve("no.dic")))
                .isInstanceOf(UncheckedIOException.class);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> builder.language(Locale.US, folder.resolve("en_US.dic"), folder.resolve("en_US.aff")));
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }
}
