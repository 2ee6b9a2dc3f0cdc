// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells a plain text from a mail, and reads it. */
final class Words {
    private static final int SCANNED = 64 << 10;
    /** Of these a mail has one; the lines that mail programs put above a quoted mail are others. */
    private static final Set<String> OF_MAILS = Set.of(
            "message-id",
            "mime-version",
            "received",
            "return-path",
            "content-type",
            "delivered-to",
            "dkim-signature",
            "in-reply-to",
            "references",
            "user-agent",
            "x-mailer");

    private Words() {}

    /** By its name, or by the fields it begins with. */
    static boolean isMail(Letter letter) {
        String name = letter.file().toLowerCase(Locale.ROOT);
        return name.endsWith(".eml") || name.contains("#") || beginsLikeAMail(letter.raw());
    }

    static boolean isHtml(Letter letter) {
        String name = letter.file().toLowerCase(Locale.ROOT);
        return name.endsWith(".html") || name.endsWith(".htm");
    }

    /** In UTF-8 or, if it cannot be that, as Windows writes in the west; lines end in LF, the last in nothing. */
    static String plain(byte[] raw) {
        String text = decoded(raw).replace("\r\n", "\n").replace('\r', '\n');
        String whole = text.startsWith("\ufeff") ? text.substring(1) : text;
        return whole.endsWith("\n") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private static String decoded(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException isSomethingElse) {
            return new String(raw, Charset.forName("windows-1252"));
        }
    }

    private static boolean beginsLikeAMail(byte[] raw) {
        byte[] beginning = Arrays.copyOf(raw, Math.min(raw.length, SCANNED));
        List<String> lines =
                new String(beginning, StandardCharsets.ISO_8859_1).lines().toList();
        Set<String> fields = new HashSet<>();
        for (String line : lines.subList(!lines.isEmpty() && lines.get(0).startsWith("From ") ? 1 : 0, lines.size())) {
            if (line.isEmpty()) {
                break;
            }
            boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            String name = folded ? "" : field(line);
            if (name.isEmpty() && (!folded || fields.isEmpty())) {
                return false;
            }
            fields.add(name);
        }
        return fields.stream().anyMatch(OF_MAILS::contains) || isFromAndDated(fields, lines);
    }

    /** A mail written by hand: what stands above a quoted mail has no date that mails have. */
    private static boolean isFromAndDated(Set<String> fields, List<String> lines) {
        return fields.contains("from")
                && fields.contains("subject")
                && lines.stream()
                        .filter(line -> field(line).equals("date"))
                        .findFirst()
                        .map(line -> Dates.parse(
                                        line.substring(line.indexOf(':') + 1).strip())
                                .isPresent())
                        .orElse(!fields.contains("sent"));
    }

    /** The name of the field in lower case; empty if the line is none. */
    private static String field(String line) {
        int colon = line.indexOf(':');
        boolean name = colon > 0 && line.substring(0, colon).chars().allMatch(c -> c > ' ' && c < 127);
        return name ? line.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }
}
