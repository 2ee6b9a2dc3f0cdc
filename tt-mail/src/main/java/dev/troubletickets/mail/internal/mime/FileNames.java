// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import java.util.Map;
import java.util.Optional;

/** What a file is called: as the sender says, else by what it is. */
final class FileNames {
    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("text/calendar", "invite.ics"),
            Map.entry("application/ics", "invite.ics"),
            Map.entry("text/vcard", "contact.vcf"),
            Map.entry("text/x-vcard", "contact.vcf"),
            Map.entry("text/plain", "text.txt"),
            Map.entry("text/html", "text.html"),
            Map.entry("text/csv", "table.csv"),
            Map.entry("text/rfc822-headers", "headers.txt"),
            Map.entry("message/delivery-status", "delivery-status.txt"),
            Map.entry("message/disposition-notification", "notification.txt"),
            Map.entry("message/feedback-report", "feedback-report.txt"),
            Map.entry("image/png", "image.png"),
            Map.entry("image/jpeg", "image.jpg"),
            Map.entry("image/jpg", "image.jpg"),
            Map.entry("image/gif", "image.gif"),
            Map.entry("image/webp", "image.webp"),
            Map.entry("image/bmp", "image.bmp"),
            Map.entry("image/svg+xml", "image.svg"),
            Map.entry("application/pdf", "document.pdf"),
            Map.entry("application/zip", "archive.zip"),
            Map.entry("application/pgp-signature", "signature.asc"),
            Map.entry("application/pkcs7-signature", "smime.p7s"));
    private static final int LONGEST_SUBJECT = 100;

    private FileNames() {}

    /** May be empty. */
    static String of(Leaf leaf) {
        return Optional.of(leaf.fileName())
                .filter(name -> !name.isBlank())
                .or(() -> fromLocation(leaf))
                .or(() -> leaf.isMessage() ? Optional.of(subject(leaf) + ".eml") : Optional.empty())
                .orElseGet(() -> BY_TYPE.getOrDefault(leaf.type(), ""));
    }

    /** The last step of a Content-Location that looks like a file's. */
    private static Optional<String> fromLocation(Leaf leaf) {
        return leaf.headers()
                .first("content-location")
                .map(location ->
                        location.substring(location.lastIndexOf('/') + 1).strip())
                .filter(name -> name.indexOf('.') > 0 && name.indexOf('?') < 0 && name.indexOf(':') < 0)
                .map(EncodedWords::decode);
    }

    private static String subject(Leaf message) {
        Headers inner = Headers.parse(new String(message.content(), ISO_8859_1).stripLeading());
        String subject = EncodedWords.decode(inner.first("subject").orElse("")).strip();
        String plain = subject.replace('/', '-').replace('\\', '-');
        String name = plain.substring(
                0, plain.offsetByCodePoints(0, Math.min(LONGEST_SUBJECT, plain.codePointCount(0, plain.length()))));
        return name.isBlank() ? "message" : name;
    }
}
