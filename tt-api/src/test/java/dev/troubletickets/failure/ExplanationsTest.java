// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.language.Translations;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketId;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What failures and refusals say to whoever looks, in each language. */
@Tag("G17")
class ExplanationsTest {
    static final Set<String> LANGUAGES = new TreeSet<>(Translations.LANGUAGES);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\w+}}");
    private static final Pattern FORM = Pattern.compile("[.](one|few|many|other)$");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyFailureIsExplainedWithTheSamePlaceholders(String language) {
        var english = Explanations.TRANSLATIONS.of("en");
        var translated = Explanations.TRANSLATIONS.of(language);

        assertThat(keys(translated.keySet())).isEqualTo(keys(english.keySet()));
        translated.forEach((key, text) -> assertThat(placeholders(text))
                .as(key)
                .isEqualTo(placeholders(english.getOrDefault(key, english.getOrDefault(other(key), "")))));
        assertThat(translated.values()).doesNotContainAnyElementsOf(english.values());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyRefusalIsTranslated(String language) {
        assertThat(Refusal.values())
                .allSatisfy(refusal -> assertThat(refusal.message(new Locale(language)))
                        .as(refusal.name())
                        .isNotEqualTo(refusal.message())
                        .isNotBlank());
    }

    @Test
    void everyKindOfFailureHasAText() {
        Set<String> kinds = Stream.of(SupportException.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .filter(name -> !name.equals("NotPermitted"))
                .collect(Collectors.toSet());

        assertThat(Explanations.TRANSLATIONS.of("en").keySet().stream().map(key -> key.replaceFirst("[.].*", "")))
                .containsOnlyOnceElementsOf(
                        kinds.stream().filter(name -> !name.equals("OverLimit")).toList())
                .allMatch(kinds::contains);
    }

    @Test
    void aNumberIsToldInTheFormThatGoesWithIt() {
        assertThat(explained(new OverLimit("messagesPerHour", 1), "ru")).endsWith("1 сообщение.");
        assertThat(explained(new OverLimit("messagesPerHour", 22), "ru")).endsWith("22 сообщения.");
        assertThat(explained(new OverLimit("messagesPerHour", 11), "ru")).endsWith("11 сообщений.");
        assertThat(explained(new OverLimit("attachments", 1), "de-AT")).contains("nur 1 Datei.");
        assertThat(explained(new OverLimit("attachmentBytes", 20_000_000), "fr"))
                .contains("d'octets");
        assertThat(explained(new OverLimit("textCharacters", 100_000), "en")).contains("100,000 characters");
        assertThat(explained(new OverLimit("textCharacters", 100_000), "de")).contains("100.000 Zeichen");
        assertThat(explained(new OverLimit("savedSearches", 50), "es")).contains("50 como máximo");
    }

    @Test
    void aLanguageThatTheLibraryDoesNotKnowIsToldInEnglish() {
        assertThat(explained(new NotFound("ticket"), "ja")).isEqualTo("This is not there, or not for you to see.");
        assertThat(Refusal.CLOSED.message(Locale.JAPANESE)).isEqualTo(Refusal.CLOSED.message());
        assertThat(explained(new OverLimit("attachments", 5), "")).contains("at most 5 files");
    }

    @Test
    void whatIsRefusedInTheInstallationsOwnWordsStaysInThem() {
        assertThat(explained(new NotPermitted(Refusal.INTAKE_STOPPED, "Back at noon."), "de"))
                .isEqualTo("Back at noon.");
        assertThat(explained(new NotPermitted(Refusal.CLOSED), "de")).startsWith("Das Ticket ist geschlossen");
    }

    @Test
    void aTicketIsNamed() {
        assertThat(explained(new TakenByAnother(TicketId.of(1234), StaffId.of("tom")), "es"))
                .isEqualTo("El tique 1234 ya es de otra persona del equipo.");
    }

    private static String explained(SupportException failure, String language) {
        return failure.explanation(Locale.forLanguageTag(language));
    }

    private static String other(String key) {
        return FORM.matcher(key).replaceFirst(".other");
    }

    /** Without the forms, of which languages have more or fewer. */
    private static Set<String> keys(Set<String> keys) {
        return keys.stream().map(key -> FORM.matcher(key).replaceFirst("")).collect(Collectors.toSet());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }
}
