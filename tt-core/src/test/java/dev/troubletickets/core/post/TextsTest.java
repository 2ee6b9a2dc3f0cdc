// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.language.Translations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that come with the library. */
@Tag("D7")
@Tag("G17")
class TextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

    static List<String> translations() {
        return Translations.LANGUAGES;
    }

    @ParameterizedTest
    @MethodSource("translations")
    void eachLanguageHasEveryTextWithTheSamePlaceholders(String language) {
        Map<String, String> english = Texts.Shipped.TEXTS.of("en");
        Map<String, String> translated = Texts.Shipped.TEXTS.of(language);

        assertThat(translated.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) -> assertThat(placeholders(translated.get(key)))
                .as(key + " in " + language)
                .isEqualTo(placeholders(text)));
        assertThat(translated.values()).doesNotContainAnyElementsOf(english.values());
    }

    @Test
    void everyTextIsThereAndNoneIsLeftOver() {
        assertThat(Texts.values()).hasSameSizeAs(Texts.Shipped.TEXTS.of("en").keySet());
        for (Texts text : Texts.values()) {
            assertThat(text.wording().translations()).containsOnlyKeys(Translations.LANGUAGES);
        }
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
