// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.util.Locale;
import java.util.Set;

/** UTF-7 (RFC 2152), which old mail programs write and the Java platform does not read: {@code +AOk-} is an e with an acute. */
final class Utf7 {
    private static final Set<String> NAMES =
            Set.of("utf-7", "utf7", "unicode-1-1-utf-7", "unicode-2-0-utf-7", "x-unicode-2-0-utf-7", "csunicode11utf7");

    private Utf7() {}

    static boolean isNamed(String charset) {
        return NAMES.contains(charset.strip().toLowerCase(Locale.ROOT));
    }

    /** What is not of the encoding stays as it is. */
    static String decode(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1);
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = text.charAt(at) == '+' ? shiftedEnd(text, at + 1) : at;
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                String shifted = text.substring(at + 1, end);
                boolean closed = end < text.length() && text.charAt(end) == '-';
                out.append(shifted.isEmpty() ? "+" : characters(shifted));
                at = closed ? end + 1 : end;
            }
        }
        return out.toString();
    }

    private static int shiftedEnd(String text, int start) {
        int end = start;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Bits that fill up the last letter of base64 are no character. */
    private static String characters(String base64) {
        byte[] units = Transfer.base64(base64.getBytes(ISO_8859_1));
        return new String(units, 0, units.length / 2 * 2, UTF_16BE);
    }

    private static boolean isBase64(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
