// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A header value with parameters (RFC 2045 section 5.1), with continuations and charsets (RFC 2231), encoded words and unquoted spaces
 * where programs write them. Linear in the length.
 *
 * @param value what stands before the first semicolon, in lower case
 */
record Parameters(String value, Map<String, String> named) {
    private static final int MOST = 200;
    private static final int MOST_SEGMENTS = 1_000;

    /** One {@code name*3*=…}: its text and whether it is percent-encoded. */
    private record Segment(String text, boolean encoded) {}

    static Parameters of(String header) {
        Map<String, SortedMap<Integer, Segment>> segments = new HashMap<>();
        int at = header.indexOf(';');
        String value = (at < 0 ? header : header.substring(0, at)).strip().toLowerCase(Locale.ROOT);
        while (at >= 0 && at < header.length() && segments.size() < MOST) {
            int end = end(header, at + 1);
            add(segments, header.substring(at + 1, end));
            at = end;
        }
        Map<String, String> named = new HashMap<>();
        segments.forEach((name, parts) -> named.put(name, join(parts)));
        return new Parameters(value, named);
    }

    Optional<String> get(String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The next semicolon outside quotes; a quote that is never closed ends nothing. */
    private static int end(String header, int start) {
        boolean quoted = false;
        int firstInside = -1;
        for (int i = start; i < header.length(); i++) {
            char c = header.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            } else if (c == ';' && firstInside < 0) {
                firstInside = i;
            }
        }
        return quoted && firstInside >= 0 ? firstInside : header.length();
    }

    private static void add(Map<String, SortedMap<Integer, Segment>> segments, String parameter) {
        int equals = parameter.indexOf('=');
        if (equals < 0) {
            return;
        }
        String name = parameter.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        boolean encoded = name.endsWith("*");
        String plain = encoded ? name.substring(0, name.length() - 1) : name;
        int star = plain.lastIndexOf('*');
        int index = star < 0 ? (encoded ? 0 : -1) : number(plain.substring(star + 1));
        SortedMap<Integer, Segment> parts =
                segments.computeIfAbsent(star < 0 ? plain : plain.substring(0, star), any -> new TreeMap<>());
        if (parts.size() < MOST_SEGMENTS) {
            parts.putIfAbsent(
                    index, new Segment(unquoted(parameter.substring(equals + 1).strip()), encoded));
        }
    }

    private static int number(String digits) {
        try {
            return Math.max(Integer.parseInt(digits), 0);
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    /** Prefers the form of RFC 2231 to the plain one that stands beside it for older programs. */
    private static String join(SortedMap<Integer, Segment> parts) {
        List<Segment> extended = List.copyOf(parts.tailMap(0).values());
        if (extended.isEmpty()) {
            return EncodedWords.decode(parts.values().iterator().next().text());
        }
        Segment first = extended.get(0);
        String charset = "";
        int from = 0;
        int quote = first.encoded() ? first.text().indexOf('\'') : -1;
        int second = quote < 0 ? -1 : first.text().indexOf('\'', quote + 1);
        if (second >= 0) {
            charset = first.text().substring(0, quote);
            from = second + 1;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean anyEncoded = false;
        for (Segment segment : extended) {
            String text = segment.text().substring(from);
            bytes.writeBytes(segment.encoded() ? percent(text) : text.getBytes(ISO_8859_1));
            anyEncoded |= segment.encoded();
            from = 0;
        }
        byte[] all = bytes.toByteArray();
        return anyEncoded ? Charsets.decode(all, charset) : EncodedWords.decode(new String(all, ISO_8859_1));
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int octet = text.charAt(i) == '%' ? Hex.octet(text, i + 1) : -1;
            out.write(octet >= 0 ? octet : text.charAt(i));
            i += octet >= 0 ? 2 : 0;
        }
        return out.toByteArray();
    }

    /** A backslash escapes quotes and itself only, so that a careless {@code "C:\file"} keeps it. */
    private static String unquoted(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            boolean escaped =
                    text.charAt(i) == '\\' && i + 1 < text.length() && "\"\\".indexOf(text.charAt(i + 1)) >= 0;
            plain.append(text.charAt(escaped ? ++i : i));
        }
        return plain.toString();
    }
}
