// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.troubletickets.spi.spelling.SpellChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real misspellings; skipped where the system property {@code tt.corpora} names no folder of them. */
@Tag("F1")
class MisspellingCorpusTest {
    @Test
    void amongFiveSuggestionsIsTheWordThatWasMeant() throws IOException {
        assumeTrue(System.getProperty("tt.corpora") != null, "tt.corpora is not set");
        Path spell = Path.of(System.getProperty("tt.corpora"), "spell");
        SpellChecker checker = HunspellSpellChecker.builder()
                .suggestingWithin(Duration.ofSeconds(30))
                .language(Locale.US, spell.resolve("dict_en/index.aff"), spell.resolve("dict_en/index.dic"))
                .build();
        List<String[]> pairs = Files.readAllLines(spell.resolve("hunspell_wikipedia/pairs.tsv")).stream()
                .map(line -> line.split("\t"))
                .toList();
        List<String[]> sample = IntStream.range(0, pairs.size())
                .filter(i -> i % 10 == 0)
                .mapToObj(pairs::get)
                .toList();

        long found = sample.stream()
                .filter(pair -> checker.check(pair[0], Locale.US).stream()
                        .flatMap(m -> m.suggestions().stream())
                        .anyMatch(List.of(pair[1].split("\\|"))::contains))
                .count();

        assertThat(found).as("of %s", sample.size()).isGreaterThan(sample.size() * 94L / 100);
    }
}
