// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.bcpg.ArmoredOutputStream;

/**
 * ASCII armor (RFC 9580 section 6.2). Blanks around the block and around its lines do not matter, as mail programs add them; headers and
 * the checksum are not looked at (section 6.1 forbids to refuse for it).
 */
final class Armor {
    static final String MESSAGE = "PGP MESSAGE";
    static final String SIGNATURE = "PGP SIGNATURE";
    static final String PRIVATE_KEY = "PGP PRIVATE KEY BLOCK";
    static final String PUBLIC_KEY = "PGP PUBLIC KEY BLOCK";

    private Armor() {}

    /** What begins as armor; packets begin with a byte that is no ASCII (RFC 9580 section 4.2). */
    static boolean isArmored(byte[] file) {
        return file.length > 0 && file[0] >= 0;
    }

    /** @throws IllegalArgumentException if this is not one whole block of the kind */
    static byte[] decode(String text, String kind) {
        Lines lines = new Lines(text.strip());
        if (!lines.next().equals("-----BEGIN " + kind + "-----")) {
            throw new IllegalArgumentException("not an armored " + kind);
        }
        return Base64.getDecoder().decode(body(lines, "-----END " + kind + "-----"));
    }

    private static String body(Lines lines, String end) {
        StringBuilder body = new StringBuilder(lines.rest());
        String line = lines.next();
        while (line.contains(":")) {
            line = lines.next();
        }
        while (!isChecksum(line) && !line.equals(end)) {
            body.append(line);
            line = lines.next();
        }
        while (!line.equals(end)) {
            line = lines.next();
            if (!line.isEmpty() && !line.equals(end)) {
                throw new IllegalArgumentException("data after the checksum");
            }
        }
        if (lines.hasNext()) {
            throw new IllegalArgumentException("data after the end");
        }
        return body.toString();
    }

    private static boolean isChecksum(String line) {
        return line.length() == 5 && line.charAt(0) == '=';
    }

    /** The lines of a text, each without blanks around it. */
    private static final class Lines {
        private final String text;
        private int at;

        private Lines(String text) {
            this.text = text;
        }

        private boolean hasNext() {
            return at < text.length();
        }

        private int rest() {
            return text.length() - at;
        }

        /** @throws IllegalArgumentException if there is none */
        private String next() {
            if (!hasNext()) {
                throw new IllegalArgumentException("it does not end");
            }
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            String line = text.substring(at, end).strip();
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
            return line;
        }
    }

    /** The block, of the kind that its first packet tells, without headers. */
    static String encode(byte[] packets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out =
                ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            out.write(packets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
