// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Stream;

/** Reads the plain form. A multipart without parts is text as a whole; parts inside parts stay as they are. */
final class PlainMailReader {
    private static final int MOST_REFERENCES = 100;

    private final MailLimits limits;

    PlainMailReader(MailLimits limits) {
        this.limits = limits;
    }

    ParsedMail read(byte[] raw) throws LimitExceeded {
        PlainEntity mail = PlainEntity.of(new String(raw, ISO_8859_1), limits);
        List<PlainEntity> parts = parts(mail);
        Optional<PlainEntity> body =
                parts.stream().filter(part -> !part.isAttachment()).findFirst();
        String text =
                parts.isEmpty() ? mail.text() : body.map(PlainEntity::text).orElse("");
        if (text.length() > limits.textCharacters()) {
            throw new LimitExceeded("textCharacters", limits.textCharacters());
        }
        List<Part> files = parts.stream()
                .filter(part -> !part.equals(body.orElse(null)))
                .map(PlainMailReader::file)
                .toList();
        String subject = mail.header("subject").orElse("");
        return new ParsedMail(
                ids(mail, "message-id").findFirst(),
                references(mail),
                addresses(mail, "from").findFirst(),
                recipients(mail),
                subject,
                text,
                files,
                mail.headers(),
                PlainReport.find(parts, limits),
                digest(mail, subject, text, files));
    }

    /** Of a multipart whose boundary is found; else none. */
    private List<PlainEntity> parts(PlainEntity mail) throws LimitExceeded {
        Optional<String> boundary = mail.parameter("content-type", "boundary").filter(b -> !b.isEmpty());
        if (!mail.type().startsWith("multipart/") || boundary.isEmpty()) {
            return List.of();
        }
        String delimiter = "\n--" + boundary.get();
        String body = "\n" + mail.body();
        List<PlainEntity> parts = new ArrayList<>();
        int at = body.indexOf(delimiter);
        while (at >= 0 && !body.startsWith("--", at + delimiter.length())) {
            int line = body.indexOf('\n', at + 1);
            int next = body.indexOf(delimiter, at + 1);
            int end = next < 0 ? body.length() : body.charAt(next - 1) == '\r' ? next - 1 : next;
            if (parts.size() >= limits.parts()) {
                throw new LimitExceeded("parts", limits.parts());
            }
            parts.add(PlainEntity.of(line < 0 || line > end ? "" : body.substring(line + 1, end), limits));
            at = next;
        }
        return parts;
    }

    private static Part file(PlainEntity part) {
        String name = part.parameter("content-disposition", "filename").orElse("");
        return new Part(name, part.type(), part.content());
    }

    private static List<String> references(PlainEntity mail) {
        List<String> older = new ArrayList<>(ids(mail, "references").toList());
        Collections.reverse(older);
        return Stream.concat(ids(mail, "in-reply-to"), older.stream())
                .distinct()
                .limit(MOST_REFERENCES)
                .toList();
    }

    private static Stream<String> ids(PlainEntity mail, String header) {
        StringTokenizer words = new StringTokenizer(mail.header(header).orElse(""), " \t");
        return Collections.list(words).stream().map(Object::toString).filter(OutgoingMail::isMessageId);
    }

    private static Stream<Sender> addresses(PlainEntity mail, String header) {
        return mail.headers().getOrDefault(header, List.of()).stream().flatMap(PlainAddresses::parse);
    }

    private static List<EmailAddress> recipients(PlainEntity mail) {
        Set<EmailAddress> all = new LinkedHashSet<>();
        Stream.of("to", "cc", "delivered-to", "x-original-to", "envelope-to")
                .flatMap(header -> addresses(mail, header))
                .forEach(sender -> all.add(sender.address()));
        return List.copyOf(all);
    }

    private static String digest(PlainEntity mail, String subject, String text, List<Part> files) {
        Sha256 sum = new Sha256();
        Stream.of(mail.header("from").orElse(""), mail.header("date").orElse(""), subject, text)
                .forEach(value -> sum.add(value.getBytes(UTF_8)));
        files.forEach(file -> sum.add(file.content()));
        return sum.hex();
    }
}
