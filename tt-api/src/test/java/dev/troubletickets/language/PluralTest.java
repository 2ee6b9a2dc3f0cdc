// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples that CLDR gives for each category. */
@Tag("G17")
class PluralTest {
    @ParameterizedTest
    @CsvSource({
        "en, ONE, 1",
        "en, OTHER, 0 2 16 100 1000000",
        "de, ONE, 1",
        "de, OTHER, 0 2 16 100 1000000",
        "es, ONE, 1",
        "es, MANY, 1000000 2000000",
        "es, OTHER, 0 2 16 100 1000 1000001",
        "fr, ONE, 0 1",
        "fr, MANY, 1000000 2000000",
        "fr, OTHER, 2 17 100 1000",
        "ru, ONE, 1 21 31 101 1001",
        "ru, FEW, 2 4 22 24 102 1002",
        "ru, MANY, 0 5 11 12 14 19 100 111 1000 1000000",
        "ja, OTHER, 0 2 16"
    })
    void aNumberTakesTheFormThatItsLanguageHas(String language, Plural form, String numbers) {
        assertThat(Stream.of(numbers.split(" ")).map(number -> Plural.of(Long.parseLong(number), new Locale(language))))
                .containsOnly(form);
    }
}
