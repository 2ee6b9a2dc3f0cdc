// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.post;

import dev.troubletickets.settings.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What mails to customers say where an installation has no words of its own: English, and translations of it (D7). */
enum Texts {
    /** Who has answered; in a line of its own. */
    ANSWER_AUTHOR("answer.author"),
    RECEIPT_SUBJECT("receipt.subject"),
    RECEIPT("receipt.text"),
    SETTLED_SUBJECT("settled.subject"),
    CLOSING_SUBJECT("closing.subject"),
    CLOSING("closing.text");

    static final List<String> TRANSLATIONS = List.of("de", "es", "fr", "ru");

    private final String key;

    Texts(String key) {
        this.key = key;
    }

    Wording wording() {
        return Objects.requireNonNull(Shipped.WORDINGS.get(this), key);
    }

    /** The texts of one language, by key. A resource bundle would fall back to the language of the machine. */
    static Map<String, String> file(String suffix) {
        Properties texts = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream("texts" + suffix + ".properties")) {
            Reader reader = new InputStreamReader(Objects.requireNonNull(file, suffix), StandardCharsets.UTF_8);
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, texts::getProperty));
    }

    /** Read once, when the first mail is written. */
    private static final class Shipped {
        static final Map<Texts, Wording> WORDINGS = read();

        private static Map<Texts, Wording> read() {
            Map<String, String> english = file("");
            Map<String, Map<String, String>> others =
                    TRANSLATIONS.stream().collect(Collectors.toMap(language -> language, l -> file("_" + l)));
            return Stream.of(Texts.values()).collect(Collectors.toMap(text -> text, text -> {
                Wording wording = Wording.of(Objects.requireNonNull(english.get(text.key), text.key));
                for (Map.Entry<String, Map<String, String>> other : others.entrySet()) {
                    String translation = other.getValue().get(text.key);
                    if (translation != null) {
                        wording = wording.in(Locale.forLanguageTag(other.getKey()), translation);
                    }
                }
                return wording;
            }));
        }
    }
}
