// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The header fields of a message or a part in their order: values unfolded, one character per byte. */
final class Headers {
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    /** Fields up to the first empty line; lines that are none are left out. */
    static Headers parse(byte[] bytes) {
        return parse(new String(bytes, ISO_8859_1));
    }

    static Headers parse(String bytes) {
        Headers headers = new Headers();
        int at = 0;
        while (at < bytes.length() && !isEmptyLine(bytes, at)) {
            int end = fieldEnd(bytes, at);
            headers.add(bytes.substring(at, end));
            at = end;
        }
        return headers;
    }

    /** Adds {@code Name: value} with its line ends; anything else is ignored. */
    void add(String field) {
        int colon = field.indexOf(':');
        if (colon > 0) {
            String name = field.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && name.chars().allMatch(c -> c > ' ' && c < 127)) {
                fields.computeIfAbsent(name, any -> new ArrayList<>()).add(unfolded(field.substring(colon + 1)));
            }
        }
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    Optional<String> first(String name) {
        return all(name).findFirst();
    }

    Stream<String> all(String name) {
        return fields.getOrDefault(name, List.of()).stream();
    }

    Parameters parameters(String name) {
        return Parameters.of(first(name).orElse(""));
    }

    /** Raw 8-bit values are read as the charset they seem to be in; encoded words stay as they are. */
    Map<String, List<String>> asText() {
        Map<String, List<String>> text = new LinkedHashMap<>();
        fields.forEach((name, values) ->
                text.put(name, values.stream().map(Charsets::decodeRaw).toList()));
        return text;
    }

    static boolean isEmptyLine(String bytes, int at) {
        return bytes.startsWith("\n", at) || bytes.startsWith("\r\n", at);
    }

    /** The end of the line that no folded one follows. */
    static int fieldEnd(String bytes, int start) {
        int end = start;
        do {
            int newline = bytes.indexOf('\n', end);
            end = newline < 0 ? bytes.length() : newline + 1;
        } while (end < bytes.length() && (bytes.charAt(end) == ' ' || bytes.charAt(end) == '\t'));
        return end;
    }

    private static String unfolded(String value) {
        String line = value.replace("\r\n", "").replace("\n", "").replace('\r', ' ');
        int start = 0;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
