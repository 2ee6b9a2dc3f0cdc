// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.settings;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * An automatic mail (D7) or a predefined reply (F4) in an installation's own words. Placeholders stand in double braces and come from a closed set:
 * {@code {{number}}}, {@code {{queue}}}, {@code {{name}}} (the customer's), {@code {{installation}}}, {@code {{closes}}} (the day on which an
 * answered ticket closes by itself). Anything a customer wrote is not among them, so that an automatic mail quotes nothing that came in.
 *
 * @param text for customers of every language that has no text of its own
 * @param translations the texts of some languages, by their tags (BCP 47) such as {@code de} or {@code pt-BR}
 */
public record Wording(String text, Map<String, String> translations) {
    private static final int LONGEST = 10_000;
    private static final int MOST_TRANSLATIONS = 50;

    /**
     * @throws IllegalArgumentException if a text is blank, longer than 10,000 characters, or has NUL or U+001E; if a language is none; or for
     *     more than 50 translations
     */
    public Wording {
        check(text);
        if (translations.size() > MOST_TRANSLATIONS) {
            throw new IllegalArgumentException("a wording has at most " + MOST_TRANSLATIONS + " translations");
        }
        Map<String, String> byTag = new TreeMap<>();
        translations.forEach((language, translation) -> {
            check(translation);
            String tag = Locale.forLanguageTag(language).toLanguageTag();
            if (!tag.equalsIgnoreCase(language) || "und".equals(tag)) {
                throw new IllegalArgumentException("a language is named as in BCP 47");
            }
            byTag.put(tag, translation);
        });
        translations = Map.copyOf(byTag);
    }

    /** The same for every language. */
    public static Wording of(String text) {
        return new Wording(text, Map.of());
    }

    /**
     * With a text for customers of a language; {@code de} is also for those of {@code de-AT}, if that has none of its own.
     *
     * @throws IllegalArgumentException as the constructor, and if the locale has no language
     */
    public Wording in(Locale language, String translation) {
        Map<String, String> more = new TreeMap<>(translations);
        more.put(language.toLanguageTag(), translation);
        return new Wording(text, more);
    }

    /** The text for customers of that language. */
    public String textIn(Locale language) {
        String ofLanguage = translations.getOrDefault(language.getLanguage(), text);
        return translations.getOrDefault(language.toLanguageTag(), ofLanguage);
    }

    private static void check(String text) {
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(c -> c == '\0' || c == '\u001e')) {
            throw new IllegalArgumentException("a wording has 1 to " + LONGEST + " characters");
        }
    }
}
