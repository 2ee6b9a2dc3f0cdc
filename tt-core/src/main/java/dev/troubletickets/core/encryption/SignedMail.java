// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.encryption;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that is signed as a whole (RFC 3156 section 5): the bytes that were signed, as they came, and the signature. The parts are found line by
 * line, since a parser that decodes and joins would lose what the signature is over.
 */
record SignedMail(byte[] content, String signature) {
    private static final String CRLF = "\r\n";
    private static final int LONGEST_BOUNDARY = 200;

    /** Empty for every other mail, and for one whose parts are not the two that there are to be. */
    static Optional<SignedMail> in(byte[] raw) {
        String text = new String(raw, StandardCharsets.ISO_8859_1);
        int body = bodyStart(text, 0);
        if (body < 0) {
            return Optional.empty();
        }
        String type = contentType(text.substring(0, body));
        String kind = type.strip().toLowerCase(Locale.ROOT);
        if (!kind.startsWith("multipart/signed") || !kind.contains("application/pgp-signature")) {
            return Optional.empty();
        }
        return boundary(type).flatMap(boundary -> parts(text, body, "--" + boundary));
    }

    private static Optional<SignedMail> parts(String text, int body, String delimiter) {
        List<int[]> parts = new ArrayList<>();
        int start = -1;
        int at = body;
        while (at < text.length() && parts.size() < 3) {
            int end = lineEnd(text, at);
            String line =
                    text.startsWith(delimiter, at) ? text.substring(at, end).stripTrailing() : "";
            boolean last = line.equals(delimiter + "--");
            if (last || line.equals(delimiter)) {
                if (start >= 0) {
                    parts.add(new int[] {start, at});
                }
                start = last ? -1 : next(text, end);
            }
            at = next(text, end);
        }
        return parts.size() == 2 ? signed(text, parts) : Optional.empty();
    }

    private static Optional<SignedMail> signed(String text, List<int[]> parts) {
        String content = canonical(text.substring(parts.get(0)[0], parts.get(0)[1]));
        String signature = text.substring(parts.get(1)[0], parts.get(1)[1]);
        int from = signature.indexOf("-----BEGIN PGP SIGNATURE-----");
        String end = "-----END PGP SIGNATURE-----";
        int to = signature.indexOf(end, Math.max(0, from));
        return from < 0 || to < 0
                ? Optional.empty()
                : Optional.of(new SignedMail(
                        content.getBytes(StandardCharsets.ISO_8859_1), signature.substring(from, to + end.length())));
    }

    /** Its lines end in CR LF, but for the last end, which belongs to the delimiter. */
    private static String canonical(String part) {
        StringBuilder lines = new StringBuilder(part.length());
        int at = 0;
        while (at < part.length()) {
            int end = lineEnd(part, at);
            lines.append(part, at, end);
            at = next(part, end);
            if (at < part.length()) {
                lines.append(CRLF);
            }
        }
        return lines.toString();
    }

    private static int bodyStart(String text, int from) {
        int at = from;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            if (end == at) {
                return next(text, end);
            }
            at = next(text, end);
        }
        return -1;
    }

    /** Unfolded; empty where there is none. */
    private static String contentType(String headers) {
        StringBuilder value = new StringBuilder();
        boolean in = false;
        for (String line : headers.split("\r\n|\n|\r", -1)) {
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (!continued && in) {
                break;
            }
            in |= line.regionMatches(true, 0, "Content-Type:", 0, "Content-Type:".length());
            if (in) {
                value.append(continued ? line : line.substring("Content-Type:".length()));
            }
        }
        return value.toString();
    }

    private static Optional<String> boundary(String type) {
        int at = type.toLowerCase(Locale.ROOT).indexOf("boundary=");
        if (at < 0) {
            return Optional.empty();
        }
        int from = at + "boundary=".length();
        boolean quoted = from < type.length() && type.charAt(from) == '"';
        from += quoted ? 1 : 0;
        int end = from;
        while (end < type.length() && (quoted ? type.charAt(end) != '"' : " \t;\"".indexOf(type.charAt(end)) < 0)) {
            end++;
        }
        return Optional.of(type.substring(from, end)).filter(b -> !b.isBlank() && b.length() <= LONGEST_BOUNDARY);
    }

    private static int lineEnd(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static int next(String text, int end) {
        return Math.min(text.length(), end + (text.startsWith(CRLF, end) ? 2 : 1));
    }
}
