// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.compose;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;

/**
 * Text in the shorter of two transfer encodings; mostly Latin text stays legible.
 *
 * @param encoding quoted-printable or base64
 * @param encoded lines that end in CRLF, the last too
 */
record TextBody(String encoding, byte[] encoded) {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int LINE = 75;
    private static final byte[] LINE_END = {'\r', '\n'};

    static TextBody of(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n') + "\n";
        byte[] bytes = lines.replace("\n", "\r\n").getBytes(UTF_8);
        int escaped = 0;
        for (byte b : bytes) {
            escaped += isPlain(b) || b == ' ' || b == '\r' || b == '\n' ? 0 : 1;
        }
        if (escaped > bytes.length / 6) {
            byte[] base64 = Base64.getMimeEncoder(76, LINE_END).encode(bytes);
            return new TextBody("base64", (new String(base64, US_ASCII) + "\r\n").getBytes(US_ASCII));
        }
        StringBuilder out = new StringBuilder();
        lines.lines().forEach(line -> quote(line, out));
        return new TextBody("quoted-printable", out.toString().getBytes(US_ASCII));
    }

    /** RFC 2045 section 6.7; dots and {@code From } at the start of a line are escaped too, as some relays change them. */
    private static void quote(String line, StringBuilder out) {
        byte[] bytes = line.getBytes(UTF_8);
        int lineStart = out.length();
        for (int i = 0; i < bytes.length; i++) {
            boolean last = i == bytes.length - 1;
            boolean first = out.length() == lineStart;
            boolean blank = bytes[i] == ' ' || bytes[i] == '\t';
            boolean plain = blank ? !last : isPlain(bytes[i]) && !(first && (bytes[i] == '.' || bytes[i] == 'F'));
            int width = plain ? 1 : 3;
            if (out.length() - lineStart + width > LINE) {
                out.append("=\r\n");
                lineStart = out.length();
            }
            if (plain) {
                out.append((char) bytes[i]);
            } else {
                out.append('=').append(HEX.toHexDigits(bytes[i]));
            }
        }
        out.append("\r\n");
    }

    private static boolean isPlain(byte b) {
        return b > ' ' && b < 127 && b != '=';
    }
}
