// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Texts by key in several languages. What a language lacks is told in English: a resource bundle would fall back to the language of the
 * machine. Immutable.
 */
public final class Translations {
    /** The languages that the library is translated into. */
    public static final List<String> LANGUAGES = List.of("de", "es", "fr", "ru");

    private static final String ENGLISH = Locale.ENGLISH.getLanguage();

    private final Map<String, Map<String, String>> byLanguage;

    private Translations(Map<String, Map<String, String>> byLanguage) {
        this.byLanguage = byLanguage;
    }

    /**
     * Reads {@code name.properties}, which is English and may be missing, {@code name_de.properties} and so on, in UTF-8.
     *
     * @param files opens one of them
     */
    public static Translations read(String name, Files files) {
        Map<String, Map<String, String>> all = LANGUAGES.stream()
                .collect(Collectors.toMap(language -> language, l -> file(files, name + "_" + l + ".properties")));
        all.put(ENGLISH, file(files, name + ".properties"));
        return new Translations(all);
    }

    /** Those of a language, by key. */
    public Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    /** The text in the language, else in English; empty if neither has it. */
    public Optional<String> text(String key, Locale language) {
        return translated(key, language).or(() -> translated(key, Locale.ENGLISH));
    }

    /**
     * The text that goes with the number: its key followed by {@code .one}, {@code .few}, {@code .many} or {@code .other}, the last also
     * where a form is missing. {@code {{count}}} in it is the number as the language writes it.
     */
    public Optional<String> counted(String key, long count, Locale language) {
        return form(key, count, language).or(() -> form(key, count, Locale.ENGLISH));
    }

    private Optional<String> form(String key, long count, Locale language) {
        return translated(key + Plural.of(count, language).suffix(), language)
                .or(() -> translated(key + Plural.OTHER.suffix(), language))
                .map(text -> text.replace(
                        "{{count}}", NumberFormat.getIntegerInstance(language).format(count)));
    }

    private Optional<String> translated(String key, Locale language) {
        return Optional.ofNullable(of(language.getLanguage()).get(key));
    }

    private static Map<String, String> file(Files files, String name) {
        Properties texts = new Properties();
        try (InputStream file = files.open(name)) {
            if (file != null) {
                texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, texts::getProperty));
    }

    /** Opens what stands beside a class. */
    @FunctionalInterface
    public interface Files {
        @Nullable
        InputStream open(String name);
    }
}
