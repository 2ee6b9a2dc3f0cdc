// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.MailSystem;
import dev.troubletickets.spi.mail.MailTransport.Envelope;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.ParsedMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the customers write with: sends the {@code .eml} files of this module by SMTP, with fresh dates and Message-IDs. */
final class MailProgram {
    private final MailSystem mail;
    private final Clock clock;
    private final String run = UUID.randomUUID().toString();

    MailProgram(MailSystem mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends these files as they are, but for date and Message-ID. */
    void send(String... files) {
        for (String file : files) {
            send(file, Map.of());
        }
    }

    /** Sends a file as the reply to a mail that has arrived. */
    void reply(MimeMessage to, String file) {
        try {
            send(file, Map.of("answer", to.getMessageID(), "subject", to.getSubject()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(String file, Map<String, String> more) {
        Map<String, String> values = new LinkedHashMap<>(more);
        values.put("run", run);
        values.put("day", LocalDate.now(clock).toString());
        values.put("date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(clock)));
        byte[] message = fill(read(file), values).getBytes(StandardCharsets.ISO_8859_1);
        Result result = mail.transport().send(envelope(message), message);
        if (!(result instanceof Result.Accepted accepted) || !accepted.refused().isEmpty()) {
            throw new IllegalStateException("the mail server did not take " + file + ": " + result);
        }
    }

    /** As mail programs do: from the From, to the To and Cc; what a machine sends by itself has a null return path. */
    private Envelope envelope(byte[] message) {
        try {
            ParsedMail parsed = mail.format().parse(message, MailLimits.defaults());
            Optional<EmailAddress> from = parsed.from().map(ParsedMail.Sender::address);
            boolean automatic = parsed.header("Auto-Submitted").isPresent();
            return new Envelope(automatic ? Optional.empty() : from, parsed.recipients());
        } catch (LimitExceeded e) {
            throw new IllegalStateException(e);
        }
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return filled;
    }

    /** The file byte for byte, with the line ends of the wire. */
    private static String read(String file) {
        try (InputStream in = MailProgram.class.getResourceAsStream("mail/" + file + ".eml")) {
            if (in == null) {
                throw new IllegalArgumentException("no mail " + file);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return text.replace("\r\n", "\n").replace("\n", "\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
