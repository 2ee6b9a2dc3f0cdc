// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.pgp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;

/**
 * ASCII armor (RFC 9580 section 6.2). Blanks around the block and around its lines do not matter, as mail programs add them; headers and
 * the checksum are not looked at (section 6.1 forbids to refuse for it).
 */
final class Armor {
    static final String MESSAGE = "PGP MESSAGE";
    static final String PRIVATE_KEY = "PGP PRIVATE KEY BLOCK";
    static final String PUBLIC_KEY = "PGP PUBLIC KEY BLOCK";

    private Armor() {}

    /** @throws IllegalArgumentException if this is not one whole block of the kind */
    static byte[] decode(String text, String kind) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        boolean whole = lines.size() > 2
                && lines.get(0).equals("-----BEGIN " + kind + "-----")
                && lines.get(lines.size() - 1).equals("-----END " + kind + "-----");
        if (!whole) {
            throw new IllegalArgumentException("not an armored " + kind);
        }
        return Base64.getDecoder().decode(body(lines.subList(1, lines.size() - 1)));
    }

    private static String body(List<String> lines) {
        StringBuilder body = new StringBuilder();
        Iterator<String> rest = afterHeaders(lines).iterator();
        while (rest.hasNext()) {
            String line = rest.next();
            boolean isChecksum = line.length() == 5 && line.charAt(0) == '=';
            if (isChecksum) {
                break;
            }
            body.append(line);
        }
        while (rest.hasNext()) {
            if (!rest.next().isEmpty()) {
                throw new IllegalArgumentException("data after the checksum");
            }
        }
        return body.toString();
    }

    private static List<String> afterHeaders(List<String> lines) {
        int at = 0;
        while (at < lines.size() && lines.get(at).contains(":")) {
            at++;
        }
        return lines.subList(at, lines.size());
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
