// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.command.Upload;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.OutgoingMail.Mailer;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Subject;
import java.time.Instant;
import java.util.List;

/** Mails that the contracts speak of. */
final class Mails {
    static final EmailAddress DESK = EmailAddress.of("support@desk.example");
    static final EmailAddress JANE = EmailAddress.of("jane@customer.example");
    static final EmailAddress BOSS = EmailAddress.of("boss@customer.example");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Mails() {}

    static OutgoingMail mail(String subject, String text, Upload... files) {
        return mail("Support", subject, text, files);
    }

    static OutgoingMail mail(String name, String subject, String text, Upload... files) {
        return new OutgoingMail(
                new Mailer(DESK, name),
                List.of(JANE),
                List.of(BOSS),
                Subject.clean(subject),
                "<4711.abc@desk.example>",
                List.of("<first@customer.example>", "<second@desk.example>"),
                NOON,
                false,
                text,
                List.of(files));
    }

    static OutgoingMail automatic(String text) {
        return new OutgoingMail(
                new Mailer(DESK, ""),
                List.of(JANE),
                List.of(),
                Subject.of("Received"),
                "<4712@desk.example>",
                List.of(),
                NOON,
                true,
                text,
                List.of());
    }

    /** Lines that end in CRLF, as UTF-8. */
    static byte[] lines(String... lines) {
        return (String.join("\r\n", lines) + "\r\n").getBytes(UTF_8);
    }

    static ParsedMail parse(MailFormat format, byte[] raw) {
        try {
            return format.parse(raw, MailLimits.defaults());
        } catch (LimitExceeded tooMuch) {
            throw new AssertionError(tooMuch);
        }
    }

    static ParsedMail parse(MailFormat format, String... lines) {
        return parse(format, lines(lines));
    }

    static ParsedMail roundTrip(MailFormat format, OutgoingMail mail) {
        return parse(format, format.compose(mail));
    }
}
