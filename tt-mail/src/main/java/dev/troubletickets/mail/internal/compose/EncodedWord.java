// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Encoded words (RFC 2047) in UTF-8: B or Q, whichever is shorter, cut between characters. */
final class EncodedWord {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String FRAME = "=?utf-8?q??=";

    private EncodedWord() {}

    /**
     * @param first characters that the first word may have
     * @param next those of the others, at most 75
     */
    static List<String> split(String text, int first, int next) {
        boolean base64 = quotedLength(text) > text.getBytes(UTF_8).length * 4 / 3;
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int room = (words.isEmpty() ? first : next) - FRAME.length();
            int end = at;
            int used = 0;
            while (end < text.length()) {
                int character = text.codePointAt(end);
                used += base64
                        ? Character.toString(character).getBytes(UTF_8).length
                        : quotedLength(Character.toString(character));
                if (end > at && (base64 ? (used + 2) / 3 * 4 : used) > room) {
                    break;
                }
                end += Character.charCount(character);
            }
            words.add(word(text.substring(at, end), base64));
            at = end;
        }
        return words;
    }

    private static String word(String text, boolean base64) {
        byte[] bytes = text.getBytes(UTF_8);
        if (base64) {
            return "=?utf-8?b?" + Base64.getEncoder().encodeToString(bytes) + "?=";
        }
        StringBuilder out = new StringBuilder("=?utf-8?q?");
        for (byte b : bytes) {
            out.append(isSafe(b) ? String.valueOf((char) b) : b == ' ' ? "_" : "=" + HEX.toHexDigits(b));
        }
        return out.append("?=").toString();
    }

    private static int quotedLength(String text) {
        int length = 0;
        for (byte b : text.getBytes(UTF_8)) {
            length += isSafe(b) || b == ' ' ? 1 : 3;
        }
        return length;
    }

    /** What may stand in a phrase too (section 5, rule 3). */
    private static boolean isSafe(byte b) {
        return b >= '0' && b <= '9'
                || b >= 'A' && b <= 'Z'
                || b >= 'a' && b <= 'z'
                || b == '-'
                || b == '!'
                || b == '*'
                || b == '+'
                || b == '/';
    }
}
