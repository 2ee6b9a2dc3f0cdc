// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.troubletickets.mail.internal.mime.Entity.Leaf;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import dev.troubletickets.view.SafeHtml;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;

/** Any bytes to a mail. What goes wrong below makes the whole message its text; only limits are errors. */
public final class MailReader {
    private static final List<String> RECIPIENTS = List.of("to", "cc", "delivered-to", "x-original-to", "envelope-to");

    private MailReader() {}

    /** @throws LimitExceeded if the message goes beyond one of the limits */
    public static ParsedMail read(byte[] raw, MailLimits limits) throws LimitExceeded {
        if (raw.length > limits.bytes()) {
            throw new LimitExceeded("bytes", limits.bytes());
        }
        try {
            return mail(entity(raw, limits), limits);
        } catch (RuntimeException brokenBeyondParsing) {
            return mail(whole(raw), limits);
        }
    }

    /** @throws LimitExceeded if the message goes beyond one of the limits */
    public static Optional<SafeHtml> html(byte[] raw, MailLimits limits) throws LimitExceeded {
        if (raw.length > limits.bytes()) {
            throw new LimitExceeded("bytes", limits.bytes());
        }
        try {
            return HtmlBodies.of(entity(raw, limits), limits).map(HtmlCleaning::clean);
        } catch (RuntimeException brokenBeyondParsing) {
            return Optional.empty();
        }
    }

    private static Entity entity(byte[] bytes, MailLimits limits) throws LimitExceeded {
        byte[] raw = withLineEnds(bytes);
        try {
            Entity root = EntityReader.read(raw, limits);
            if (root instanceof Leaf leaf && leaf.isBody() && leaf.isBlank()) {
                return bodyWithoutEmptyLine(raw)
                        .<Entity>map(body -> new Leaf(root.headers(), "text/plain", body, true))
                        .orElse(root);
            }
            return root;
        } catch (MimeException | IOException broken) {
            return whole(raw);
        }
    }

    /** Where not one line ends in LF, as Macs once wrote, they end in CR. */
    private static byte[] withLineEnds(byte[] raw) {
        boolean carriageReturn = false;
        for (byte b : raw) {
            if (b == '\n') {
                return raw;
            }
            carriageReturn |= b == '\r';
        }
        return carriageReturn ? new String(raw, ISO_8859_1).replace('\r', '\n').getBytes(ISO_8859_1) : raw;
    }

    private static Leaf whole(byte[] raw) {
        return new Leaf(new Headers(), "text/plain", raw, true);
    }

    /** Where no empty line ends the headers: what follows from the first line that is no header. */
    private static Optional<byte[]> bodyWithoutEmptyLine(byte[] raw) {
        String bytes = new String(raw, ISO_8859_1);
        int at = 0;
        while (at < bytes.length()) {
            int end = Headers.fieldEnd(bytes, at);
            int colon = bytes.indexOf(':', at);
            if (Headers.isEmptyLine(bytes, at)) {
                return Optional.empty();
            }
            int name = at;
            while (name < end && bytes.charAt(name) > ' ' && bytes.charAt(name) < 127 && bytes.charAt(name) != ':') {
                name++;
            }
            if (name != colon || name == at) {
                return Optional.of(bytes.substring(at).getBytes(ISO_8859_1));
            }
            at = end;
        }
        return Optional.empty();
    }

    private static ParsedMail mail(Entity root, MailLimits limits) throws LimitExceeded {
        Headers headers = root.headers();
        Content content = Content.of(root, limits);
        Optional<Sender> from = headers.all("from")
                .flatMap(value -> Addresses.parse(value).stream())
                .findFirst();
        String subject = EncodedWords.decode(headers.first("subject").orElse(""));
        return new ParsedMail(
                MessageIds.messageId(headers),
                MessageIds.ancestors(headers),
                from,
                recipients(headers),
                subject,
                content.text(),
                content.files(),
                headers.asText(),
                Reports.find(root, content.text(), limits),
                digest(headers, from, subject, content));
    }

    private static List<EmailAddress> recipients(Headers headers) {
        Set<EmailAddress> all = new LinkedHashSet<>();
        RECIPIENTS.stream()
                .flatMap(headers::all)
                .flatMap(value -> Addresses.parse(value).stream())
                .forEach(sender -> all.add(sender.address()));
        return List.copyOf(all);
    }

    /** Decoded, so that a relay that changes the transfer encoding changes nothing. */
    private static String digest(Headers headers, Optional<Sender> from, String subject, Content content) {
        Digest digest = new Digest();
        Stream.of(
                        from.map(sender -> sender.address().key())
                                .orElseGet(() -> headers.first("from").orElse("")),
                        headers.first("date").orElse(""),
                        subject,
                        content.text().stripTrailing())
                .forEach(digest::add);
        content.files().forEach(file -> digest.add(file.content()));
        return digest.hex();
    }
}
