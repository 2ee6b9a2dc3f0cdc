// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail.internal.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.mail.OutgoingMail;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A mail as bytes: UTF-8 text in quoted-printable or base64, files in base64, lines that end in CRLF and have at most 998 bytes. Equal
 * mails give equal bytes. With ASCII addresses all bytes are ASCII, so no extension of SMTP is needed.
 */
public final class MailWriter {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int BOUNDARY_DIGITS = 32;

    private final OutgoingMail mail;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private MailWriter(OutgoingMail mail) {
        this.mail = mail;
    }

    /** @throws UncheckedIOException if an attachment cannot be read */
    public static byte[] write(OutgoingMail mail) {
        MailWriter writer = new MailWriter(mail);
        writer.headers();
        writer.body();
        return writer.out.toByteArray();
    }

    /** Text and files alone, as an entity. */
    public static byte[] content(OutgoingMail mail) {
        MailWriter writer = new MailWriter(mail);
        writer.body();
        return writer.out.toByteArray();
    }

    /** With an armored block in place of text and files (RFC 3156 section 4). */
    public static byte[] encrypted(OutgoingMail mail, String armored) {
        MailWriter writer = new MailWriter(mail);
        writer.headers();
        writer.encrypted(armored);
        return writer.out.toByteArray();
    }

    private void encrypted(String armored) {
        String boundary = boundary();
        line("Content-Type: multipart/encrypted; protocol=\"application/pgp-encrypted\";\r\n boundary=\"" + boundary
                + "\"");
        line("");
        line("--" + boundary);
        line("Content-Type: application/pgp-encrypted");
        line("");
        line("Version: 1");
        line("");
        line("--" + boundary);
        line("Content-Type: application/octet-stream; name=\"encrypted.asc\"");
        line("Content-Disposition: inline; filename=\"encrypted.asc\"");
        line("");
        armored.lines().forEach(this::line);
        line("");
        line("--" + boundary + "--");
    }

    private void headers() {
        line(Fields.mailbox("From", mail.from()));
        line(Fields.addresses("To", mail.to()));
        if (!mail.cc().isEmpty()) {
            line(Fields.addresses("Cc", mail.cc()));
        }
        line(Fields.text("Subject", mail.subject().value()));
        line("Date: " + DATE.format(mail.date()));
        line("Message-ID: " + mail.messageId());
        if (!mail.references().isEmpty()) {
            line("In-Reply-To: " + mail.references().get(mail.references().size() - 1));
            line("References: " + String.join("\r\n ", mail.references()));
        }
        if (mail.automatic()) {
            line("Auto-Submitted: auto-replied");
            line("X-Auto-Response-Suppress: All");
        }
        line("MIME-Version: 1.0");
    }

    private void body() {
        if (mail.attachments().isEmpty()) {
            text();
            return;
        }
        String boundary = boundary();
        line("Content-Type: multipart/mixed;\r\n boundary=\"" + boundary + "\"");
        line("");
        line("--" + boundary);
        text();
        for (Upload file : mail.attachments()) {
            line("");
            line("--" + boundary);
            file(file);
        }
        line("");
        line("--" + boundary + "--");
    }

    /** Ends with one line end more than the text has, which a reader takes off: so the end of the message cannot change it. */
    private void text() {
        TextBody body = TextBody.of(mail.text());
        line("Content-Type: text/plain; charset=utf-8");
        line("Content-Transfer-Encoding: " + body.encoding());
        line("");
        out.writeBytes(body.encoded());
    }

    private void file(Upload file) {
        line("Content-Type: " + type(file));
        line(Fields.attachment(file.name()));
        line("Content-Transfer-Encoding: base64");
        line("");
        out.writeBytes(Base64.getMimeEncoder().encode(bytes(file)));
    }

    /** Messages and multiparts must not be base64 (RFC 2046 section 5.2.1), yet their bytes shall not change on the way. */
    private static String type(Upload file) {
        boolean composite = file.type().startsWith("message/") || file.type().startsWith("multipart/");
        return composite ? "application/octet-stream" : file.type();
    }

    private static byte[] bytes(Upload file) {
        try (InputStream in = file.open()) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Begins with {@code =_}, which neither quoted-printable nor base64 can contain (RFC 2045 section 6.7). */
    private String boundary() {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256").digest(mail.messageId().getBytes(UTF_8));
            return "=_" + HexFormat.of().formatHex(sum).substring(0, BOUNDARY_DIGITS);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private void line(String line) {
        out.writeBytes(line.getBytes(UTF_8));
        out.write('\r');
        out.write('\n');
    }
}
