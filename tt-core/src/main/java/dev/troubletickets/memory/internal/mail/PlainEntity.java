// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Headers and body of a message or a part (RFC 5322 section 2.1), one character per byte. What does not begin with a header is all body.
 *
 * @param headers by lower-case name, unfolded
 */
record PlainEntity(Map<String, List<String>> headers, String body) {
    static PlainEntity of(String bytes, MailLimits limits) throws LimitExceeded {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        int at = 0;
        while (at < bytes.length()) {
            int end = fieldEnd(bytes, at);
            String field = bytes.substring(at, end);
            if (field.isBlank()) {
                at = end;
                break;
            }
            int colon = field.indexOf(':');
            if (colon < 1 || !field.chars().limit(colon).allMatch(c -> c > ' ' && c < 127)) {
                break;
            }
            if (end > limits.headerBytes()) {
                throw new LimitExceeded("headerBytes", limits.headerBytes());
            }
            headers.computeIfAbsent(field.substring(0, colon).toLowerCase(Locale.ROOT), any -> new ArrayList<>())
                    .add(unfolded(field.substring(colon + 1)));
            at = end;
        }
        return new PlainEntity(headers, bytes.substring(at));
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    String type() {
        String value = header("content-type").orElse("text/plain");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    boolean isAttachment() {
        return header("content-disposition").isPresent() || !type().equals("text/plain");
    }

    /** A parameter such as {@code boundary="…"}; of the forms of RFC 2045 section 5.1 the two plain ones. */
    Optional<String> parameter(String header, String name) {
        String value = header(header).orElse("");
        int at = value.toLowerCase(Locale.ROOT).indexOf(name + "=");
        if (at < 0) {
            return Optional.empty();
        }
        String rest = value.substring(at + name.length() + 1);
        if (rest.startsWith("\"")) {
            return Optional.of(PlainAddresses.unquoted(rest));
        }
        int end = rest.indexOf(';');
        return Optional.of((end < 0 ? rest : rest.substring(0, end)).strip());
    }

    byte[] content() {
        byte[] bytes = body.getBytes(ISO_8859_1);
        if (header("content-transfer-encoding").orElse("").strip().equalsIgnoreCase("base64")) {
            try {
                return Base64.getMimeDecoder().decode(bytes);
            } catch (IllegalArgumentException asItIs) {
                return bytes;
            }
        }
        return bytes;
    }

    /** Lines end in LF; the line end before a boundary or the end of the mail is not part of the text. */
    String text() {
        String text = decoded(content()).replace("\r\n", "\n").replace('\r', '\n');
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    /** UTF-8 where it is, else Latin-1. */
    static String decoded(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException other) {
            return new String(bytes, ISO_8859_1);
        }
    }

    /** The end of the line that is not followed by a folded one. */
    private static int fieldEnd(String bytes, int start) {
        int end = start;
        do {
            int newline = bytes.indexOf('\n', end);
            end = newline < 0 ? bytes.length() : newline + 1;
        } while (end - start > 2 && end < bytes.length() && (bytes.charAt(end) == ' ' || bytes.charAt(end) == '\t'));
        return end;
    }

    private static String unfolded(String value) {
        String line = value.replace("\r\n", "").replace("\n", "");
        int start = 0;
        int end = line.length();
        while (start < end && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
            start++;
        }
        while (end > start && (line.charAt(end - 1) == ' ' || line.charAt(end - 1) == '\t')) {
            end--;
        }
        return decoded(line.substring(start, end).getBytes(ISO_8859_1));
    }
}
