// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/**
 * Header text with encoded words (RFC 2047), also the broken ones of the world: words inside quotes, with spaces, without padding, cut in
 * the middle of a character, next to raw 8-bit text. Linear in the length.
 */
final class EncodedWords {
    private static final int LONGEST_CHARSET = 60;

    private final String raw;
    private final int lastEnd;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private String pendingCharset = "";
    private boolean afterWord;

    private EncodedWords(String raw) {
        this.raw = raw;
        this.lastEnd = raw.lastIndexOf("?=");
    }

    /**
     * @param raw one character per byte
     * @return one line of text
     */
    static String decode(String raw) {
        return new EncodedWords(raw).decode().replace('\r', ' ').replace('\n', ' ');
    }

    private String decode() {
        int plainFrom = 0;
        int at = raw.indexOf("=?");
        while (at >= 0 && at < lastEnd) {
            int end = word(at, plainFrom);
            if (end < 0) {
                at = raw.indexOf("=?", at + 2);
            } else {
                plainFrom = end;
                at = raw.indexOf("=?", end);
            }
        }
        plain(raw.substring(plainFrom));
        return text.toString();
    }

    /** The index after the word that starts here, or -1 if none does. */
    private int word(int start, int plainFrom) {
        int charsetEnd = raw.indexOf('?', start + 2);
        if (charsetEnd < 0 || charsetEnd - start > LONGEST_CHARSET || charsetEnd + 2 >= raw.length()) {
            return -1;
        }
        char encoding = raw.charAt(charsetEnd + 1);
        boolean base64 = encoding == 'B' || encoding == 'b';
        if (!base64 && encoding != 'Q' && encoding != 'q' || raw.charAt(charsetEnd + 2) != '?') {
            return -1;
        }
        int end = raw.indexOf("?=", charsetEnd + 3);
        if (end < 0) {
            return -1;
        }
        String between = raw.substring(plainFrom, start);
        if (!afterWord || !between.isBlank()) {
            plain(between);
        }
        String content = raw.substring(charsetEnd + 3, end);
        String charset = withoutLanguage(raw.substring(start + 2, charsetEnd));
        if (!charset.equalsIgnoreCase(pendingCharset)) {
            flush();
            pendingCharset = charset;
        }
        pending.writeBytes(base64 ? Transfer.base64(content.getBytes(ISO_8859_1)) : quoted(content));
        afterWord = true;
        return end + 2;
    }

    private void plain(String bytes) {
        flush();
        text.append(Charsets.decodeRaw(bytes));
        afterWord = false;
    }

    private void flush() {
        if (pending.size() > 0) {
            text.append(Charsets.decode(pending.toByteArray(), pendingCharset));
            pending.reset();
        }
    }

    private static String withoutLanguage(String charset) {
        int star = charset.indexOf('*');
        return star < 0 ? charset : charset.substring(0, star);
    }

    private static byte[] quoted(String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int octet = c == '=' ? Hex.octet(content, i + 1) : -1;
            if (octet >= 0) {
                i += 2;
            }
            out.write(octet >= 0 ? octet : c == '_' ? ' ' : c);
        }
        return out.toByteArray();
    }
}
