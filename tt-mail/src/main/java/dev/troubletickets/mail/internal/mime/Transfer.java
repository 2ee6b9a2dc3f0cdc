// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Locale;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/** Content-Transfer-Encoding (RFC 2045 section 6); what cannot be decoded further ends the content. */
final class Transfer {
    private static final int BUFFER = 8192;
    /** Where it is missing, the last one or two bytes would be lost; where it is there, nothing after it counts. */
    private static final byte[] PADDING = {'=', '='};

    private Transfer() {}

    /** Bytes of an unknown encoding stay as they are. */
    static byte[] decode(byte[] bytes, String encoding) {
        return switch (token(encoding)) {
            case "base64" -> base64(bytes);
            case "quoted-printable" ->
                readAll(new QuotedPrintableInputStream(new ByteArrayInputStream(bytes), DecodeMonitor.SILENT));
            case "x-uuencode", "uuencode", "x-uue", "uue" -> uuencoded(bytes);
            default -> bytes;
        };
    }

    static byte[] base64(byte[] bytes) {
        InputStream padded =
                new SequenceInputStream(new ByteArrayInputStream(bytes), new ByteArrayInputStream(PADDING));
        return readAll(new Base64InputStream(padded, DecodeMonitor.SILENT));
    }

    /** The first word in lower case, without quotes and what some write after it. */
    private static String token(String encoding) {
        int start = 0;
        while (start < encoding.length() && !isOfWord(encoding.charAt(start))) {
            start++;
        }
        int end = start;
        while (end < encoding.length() && isOfWord(encoding.charAt(end))) {
            end++;
        }
        return encoding.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
    }

    /** The first block, else the bytes as they are. */
    private static byte[] uuencoded(byte[] bytes) {
        String text = new String(bytes, ISO_8859_1).replace("\r\n", "\n");
        return Uuencoded.in(text).files().stream()
                .findFirst()
                .map(Uuencoded.File::bytes)
                .orElse(bytes);
    }

    private static byte[] readAll(InputStream decoder) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[BUFFER];
        try (decoder) {
            for (int read = decoder.read(buffer); read >= 0; read = decoder.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            return out.toByteArray();
        }
        return out.toByteArray();
    }
}
