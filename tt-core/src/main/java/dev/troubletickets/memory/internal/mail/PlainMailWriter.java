// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.command.Upload;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.OutgoingMail.Mailer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the plain form of a mail. Lines end in CRLF; equal mails give equal bytes. */
final class PlainMailWriter {
    private static final int LINE = 78;
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

    private final StringBuilder out = new StringBuilder();

    private PlainMailWriter() {}

    static byte[] write(OutgoingMail mail) {
        PlainMailWriter writer = new PlainMailWriter();
        writer.headers(mail);
        writer.body(mail);
        return writer.out.toString().getBytes(UTF_8);
    }

    static byte[] content(OutgoingMail mail) {
        PlainMailWriter writer = new PlainMailWriter();
        writer.body(mail);
        return writer.out.toString().getBytes(UTF_8);
    }

    static byte[] encrypted(OutgoingMail mail, String armored) {
        PlainMailWriter writer = new PlainMailWriter();
        writer.headers(mail);
        writer.block(mail, armored);
        return writer.out.toString().getBytes(UTF_8);
    }

    private void block(OutgoingMail mail, String armored) {
        String boundary = "=_" + Sha256.hex(mail.messageId(), armored);
        header(
                "Content-Type",
                "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=\"" + boundary + "\"");
        out.append("\r\n--").append(boundary).append("\r\n");
        header("Content-Type", "application/pgp-encrypted");
        out.append("\r\nVersion: 1\r\n\r\n--").append(boundary).append("\r\n");
        header("Content-Type", "application/octet-stream");
        header("Content-Disposition", "inline; filename=\"encrypted.asc\"");
        out.append("\r\n");
        armored.lines().forEach(line -> out.append(line).append("\r\n"));
        out.append("\r\n--").append(boundary).append("--\r\n");
    }

    private void headers(OutgoingMail mail) {
        header("From", mailer(mail.from()));
        header("To", addresses(mail.to()));
        if (!mail.cc().isEmpty()) {
            header("Cc", addresses(mail.cc()));
        }
        header("Subject", mail.subject().value());
        header("Date", DATE.format(mail.date().atOffset(ZoneOffset.UTC)));
        header("Message-ID", mail.messageId());
        if (!mail.references().isEmpty()) {
            header("In-Reply-To", mail.references().get(mail.references().size() - 1));
            header("References", String.join(" ", mail.references()));
        }
        if (mail.automatic()) {
            header("Auto-Submitted", "auto-replied");
            header("X-Auto-Response-Suppress", "All");
        }
        header("MIME-Version", "1.0");
    }

    private void body(OutgoingMail mail) {
        if (mail.attachments().isEmpty()) {
            text(mail);
            return;
        }
        String boundary = "=_" + Sha256.hex(mail.messageId(), mail.text());
        header("Content-Type", "multipart/mixed; boundary=\"" + boundary + "\"");
        out.append("\r\n--").append(boundary).append("\r\n");
        text(mail);
        for (Upload file : mail.attachments()) {
            out.append("\r\n--").append(boundary).append("\r\n");
            attachment(file);
        }
        out.append("\r\n--").append(boundary).append("--\r\n");
    }

    /** The text and one line end, which the reader takes off again. */
    private void text(OutgoingMail mail) {
        header("Content-Type", "text/plain; charset=utf-8");
        header("Content-Transfer-Encoding", "8bit");
        out.append("\r\n")
                .append(mail.text().replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n"));
        out.append("\r\n");
    }

    private void attachment(Upload file) {
        header("Content-Type", file.type());
        header("Content-Disposition", "attachment; filename=" + quoted(file.name()));
        header("Content-Transfer-Encoding", "base64");
        out.append("\r\n").append(Base64.getMimeEncoder().encodeToString(bytes(file)));
    }

    private static byte[] bytes(Upload file) {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Folds before a space, where the next character is none, so that unfolding gives the value back. */
    private void header(String name, String value) {
        int lineStart = out.length();
        out.append(name).append(": ");
        int wordStart = 0;
        for (int i = 1; i <= value.length(); i++) {
            boolean wordEnds = i == value.length() || value.charAt(i) == ' ' && value.charAt(i - 1) != ' ';
            if (wordEnds) {
                boolean canFold = wordStart > 0 && i - wordStart > 1;
                if (canFold && out.length() - lineStart + i - wordStart > LINE) {
                    out.append("\r\n");
                    lineStart = out.length();
                }
                out.append(value, wordStart, i);
                wordStart = i;
            }
        }
        out.append("\r\n");
    }

    private static String mailer(Mailer from) {
        String address = "<" + from.address().value() + ">";
        return from.name().isEmpty() ? address : quoted(from.name()) + " " + address;
    }

    private static String addresses(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::value).collect(Collectors.joining(", "));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
