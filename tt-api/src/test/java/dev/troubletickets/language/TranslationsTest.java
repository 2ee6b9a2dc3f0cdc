// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A text that a language lacks is told in another, and never missed by whoever asks. */
@Tag("G17")
class TranslationsTest {
    private static final Map<String, String> FILES =
            Map.of("fake.properties", """
            both = Good morning
            english = Only here
            tickets.one = {{count}} ticket
            tickets.other = {{count}} tickets
            answers.one = {{count}} answer
            answers.other = {{count}} answers
            """, "fake_de.properties", """
            both = Grüß Gott
            german = Nur hier
            tickets.one = {{count}} Ticket
            tickets.other = {{count}} Tickets
            """, "fake_ru.properties", """
            tickets.one = {{count}} тикет
            tickets.other = {{count}} тикета
            """);

    private final Translations texts = Translations.read("fake", name -> {
        String file = FILES.get(name);
        return file == null ? null : new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8));
    });

    @Test
    void aRegionOfALanguageIsToldInTheLanguage() {
        for (String tag : new String[] {"de", "de-AT", "de-Latn-CH-1996"}) {
            assertThat(texts.text("both", Locale.forLanguageTag(tag))).contains("Grüß Gott");
            assertThat(texts.counted("tickets", 1_234, Locale.forLanguageTag(tag)))
                    .hasValueSatisfying(text -> assertThat(text).endsWith("234 Tickets"));
        }
    }

    @Test
    void whatAKnownLanguageLacksIsToldInEnglish() {
        for (String tag : new String[] {"de", "de-AT", "ru", "fr-CA", "es"}) {
            assertThat(texts.text("english", Locale.forLanguageTag(tag))).contains("Only here");
            assertThat(texts.counted("answers", 1, Locale.forLanguageTag(tag))).contains("1 answer");
            assertThat(texts.counted("answers", 1_234, Locale.forLanguageTag(tag)))
                    .as("the number as English has it, too")
                    .contains("1,234 answers");
        }
        assertThat(texts.text("both", Locale.FRENCH)).contains("Good morning");
    }

    @Test
    void aFormThatALanguageLacksIsToldInItsOther() {
        Locale russian = Locale.forLanguageTag("ru");
        assertThat(texts.counted("tickets", 1, russian)).contains("1 тикет");
        assertThat(texts.counted("tickets", 5, russian)).contains("5 тикета");
    }

    @Test
    void whatEnglishLacksIsEmptyInOthersAndStillThereInItsOwn() {
        assertThat(texts.text("german", Locale.GERMAN)).contains("Nur hier");
        assertThat(texts.text("german", Locale.ENGLISH)).isEmpty();
        assertThat(texts.text("german", Locale.FRANCE)).isEmpty();
        assertThat(texts.counted("nothing", 2, Locale.GERMANY)).isEmpty();
    }

    @Test
    void anUnknownLanguageIsToldInEnglish() {
        for (Locale language : new Locale[] {Locale.JAPAN, Locale.ROOT, Locale.forLanguageTag("tlh")}) {
            assertThat(texts.text("both", language)).contains("Good morning");
            assertThat(texts.counted("tickets", 2, language)).contains("2 tickets");
            assertThat(texts.of(language.getLanguage())).isEmpty();
        }
    }
}
