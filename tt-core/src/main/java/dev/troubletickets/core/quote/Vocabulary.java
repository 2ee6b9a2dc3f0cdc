// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words of languages and mail programs, as {@code vocabulary.txt} lists them. */
final class Vocabulary {
    /** Parts of a header block; its first word is who wrote. */
    enum Label {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT,
        TECHNICAL
    }

    private static final Map<String, Set<String>> SECTIONS = read();

    static final Set<String> WROTE = section("wrote");
    static final Set<String> SAID = section("said");
    static final Set<String> WROTE_WITHIN = section("wrote-within");
    static final Set<String> OPENING = section("opening");
    static final Set<String> ORIGINAL = section("original");
    static final Set<String> FORWARDED = section("forwarded");
    static final Set<String> FORWARD_PREFIX = section("forward-prefix");
    static final Set<String> DEVICE = section("device");
    static final Set<String> DEVICE_OWN = section("device-own");
    static final Set<String> EXCUSE = section("excuse");
    static final Set<String> PRODUCT = section("product");
    static final Set<String> SIGN_OFF = section("sign-off");
    static final Set<String> DISCLAIMER = section("disclaimer");
    static final Map<String, Label> LABELS = labels();

    private Vocabulary() {}

    private static Set<String> section(String name) {
        return SECTIONS.getOrDefault(name, Set.of());
    }

    /** A word that two languages use for two parts keeps the first: what matters is how many parts there are. */
    private static Map<String, Label> labels() {
        Map<String, Label> labels = new HashMap<>();
        for (Label label : Label.values()) {
            section(label.name().toLowerCase(Locale.ROOT)).forEach(word -> labels.putIfAbsent(word, label));
        }
        return Map.copyOf(labels);
    }

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> sections = new HashMap<>();
        try (InputStream in = Vocabulary.class.getResourceAsStream("vocabulary.txt")) {
            if (in == null) {
                throw new IllegalStateException("vocabulary.txt is missing");
            }
            Set<String> section = new HashSet<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = sections.computeIfAbsent(line.substring(1, line.indexOf(']')), name -> new HashSet<>());
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    add(section, line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }

    private static void add(Set<String> section, String line) {
        for (int at = 0; at < line.length(); ) {
            int bar = line.indexOf('|', at);
            int end = bar < 0 ? line.length() : bar;
            section.add(line.substring(at, end).strip());
            at = end + 1;
        }
    }
}
