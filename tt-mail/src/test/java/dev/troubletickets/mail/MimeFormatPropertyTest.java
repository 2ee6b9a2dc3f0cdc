// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Upload;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.OutgoingMail;
import dev.troubletickets.spi.mail.OutgoingMail.Mailer;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

class MimeFormatPropertyTest {
    private static final MimeFormat FORMAT = new MimeFormat();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> characters = Arbitraries.oneOf(
                Arbitraries.chars().range(' ', '~'),
                Arbitraries.of(
                        '\r', '\n', '\t', ' ', '=', '.', '?', '<', '\u0000', '\u0085', '\u2028', '\u00fc', '\u65e5',
                        '\u05d0'),
                Arbitraries.chars().range('\u0001', '\ud7ff'));
        return characters.list().ofMaxSize(300).map(list -> {
            StringBuilder text = new StringBuilder();
            list.forEach(text::append);
            return text.toString();
        });
    }

    @Provide
    Arbitrary<byte[]> contents() {
        return Arbitraries.integers().between(0, 255).list().ofMaxSize(400).map(list -> {
            byte[] bytes = new byte[list.size()];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = list.get(i).byteValue();
            }
            return bytes;
        });
    }

    @Property(tries = 300)
    @Tag("D5")
    void whatIsComposedReadsTheSame(
            @ForAll("texts") String subject,
            @ForAll("texts") String text,
            @ForAll("texts") String name,
            @ForAll("texts") String fileName,
            @ForAll("contents") byte[] content)
            throws LimitExceeded {
        OutgoingMail mail = new OutgoingMail(
                new Mailer(EmailAddress.of("desk@desk.example"), name),
                List.of(EmailAddress.of("jane@customer.example")),
                List.of(),
                Subject.clean(subject),
                "<1@desk.example>",
                List.of(),
                Instant.EPOCH,
                false,
                text,
                List.of(Upload.of(fileName, "a/b", content)));
        byte[] raw = FORMAT.compose(mail);
        ParsedMail read = FORMAT.parse(raw, MailLimits.defaults());
        assertThat(read.subject()).isEqualTo(mail.subject().value());
        assertThat(read.text()).isEqualTo(text.replace("\r\n", "\n").replace('\r', '\n'));
        assertThat(read.from().orElseThrow().name()).isEqualTo(mail.from().name());
        assertThat(read.attachments()).hasSize(1);
        assertThat(read.attachments().get(0).name())
                .isEqualTo(mail.attachments().get(0).name());
        assertThat(read.attachments().get(0).content()).isEqualTo(content);
        String composed = new String(raw, StandardCharsets.ISO_8859_1);
        assertThat(composed.chars()).allMatch(c -> c == '\t' || c == '\r' || c == '\n' || c >= ' ' && c < 127);
        assertThat(Arrays.stream(composed.split("\r\n", -1))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .isLessThanOrEqualTo(78);
        assertThat(composed.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    @Provide
    Arbitrary<byte[]> mails() {
        Arbitrary<String> pieces = Arbitraries.of(
                "Content-Type: multipart/mixed; boundary=b",
                "Content-Type: multipart/alternative; boundary=\"",
                "Content-Type: text/html",
                "--b",
                "--b--",
                "\r\n",
                "\r\n\r\n",
                "\n",
                "\n\n",
                ":",
                "; charset=",
                "utf-16",
                "utf-7",
                "Content-Transfer-Encoding: base64",
                "quoted-printable",
                "=?utf-8?q?=C3?=",
                "From: ",
                "<",
                ">",
                "\"",
                "(",
                ")",
                "@",
                "a@b.example",
                "message/delivery-status",
                "Content-Type: ",
                "Final-Recipient: rfc822; ",
                "=",
                "==",
                "<p><table>",
                "<blockquote>",
                "&#0;",
                "\u0000",
                "\u00ff\u00fe",
                "References: <a@b> <",
                "filename*0*=",
                "%",
                "*",
                "'",
                "--",
                "X-Failed-Recipients: ",
                "begin 644 a",
                "#0V%T",
                "end",
                "text/calendar",
                "BEGIN:VEVENT",
                "DTSTART;TZID=",
                "message/rfc822",
                "Content-Location: ",
                "x-uuencode",
                "Subject: Undelivered mail",
                "unknown user",
                "550 5.1.1 ");
        return pieces.list().ofMaxSize(60).map(list -> String.join("", list).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Property(tries = 2_000)
    @Tag("D10")
    void noBytesFail(@ForAll("mails") byte[] raw) throws LimitExceeded {
        assertThat(FORMAT.parse(raw, MailLimits.defaults()).contentDigest()).hasSize(64);
    }
}
