// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files and texts in the forms that are not plainly attachments. */
@Tag("D10")
class UnusualPartsTest {
    private static ParsedMail parse(String... lines) throws LimitExceeded {
        return new MimeFormat().parse(String.join("\r\n", lines).getBytes(ISO_8859_1), MailLimits.defaults());
    }

    @Test
    void uuencodedBlocksAreFilesAndTheTextGoesOnAroundThem() throws LimitExceeded {
        ParsedMail read = parse(
                "Subject: x",
                "",
                "Hello,",
                "begin 644 cat.txt",
                "#0V%T",
                "`",
                "end",
                "and",
                "begin 600 a b.bin",
                "#0V%T",
                "end",
                "bye");
        assertThat(read.text()).isEqualTo("Hello,\nand\nbye");
        assertThat(read.attachments()).extracting(Part::name).containsExactly("cat.txt", "a b.bin");
        assertThat(read.attachments())
                .allSatisfy(part -> assertThat(part.content()).asString().isEqualTo("Cat"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 cat.txt\r\n#0V%T\r\n(cut off)",
                "begin 644 cat.txt\r\n#0V%Tmuch too long\r\nend",
                "begin the day\r\nwith tea\r\nend",
                "begin 999 x\r\n#0V%T\r\nend",
                "begin 644 x\r\n#0V%T"
            })
    void whatOnlyLooksLikeABlockStaysText(String text) throws LimitExceeded {
        ParsedMail read = parse("Subject: x", "", text);
        assertThat(read.text()).isEqualTo(text.replace("\r\n", "\n"));
        assertThat(read.attachments()).isEmpty();
    }

    @Test
    void aPartMayBeUuencodedAsAWhole() throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: image/png; name=a.png",
                "Content-Transfer-Encoding: x-uuencode",
                "",
                "begin 644 a.png",
                "#0V%T",
                "`",
                "end");
        assertThat(read.attachments()).singleElement().satisfies(part -> {
            assertThat(part.content()).asString().isEqualTo("Cat");
        });
    }

    @Test
    void anInvitationAloneIsReadableAndAFile() throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: text/calendar; method=REQUEST; charset=utf-8",
                "",
                "BEGIN:VCALENDAR",
                "BEGIN:VTIMEZONE",
                "DTSTART:19700101T000000",
                "END:VTIMEZONE",
                "BEGIN:VEVENT",
                "SUMMARY;LANGUAGE=en:Move of ser",
                " ver 7\\, room \\; 2",
                "DTSTART;TZID=\"Europe/Berlin\":20261122T083000",
                "DTEND:20261122T093000Z",
                "LOCATION:Room 1\\nfirst floor",
                "ORGANIZER;CN=\"a:b\":mailto:jane@x.example",
                "END:VEVENT",
                "END:VCALENDAR");
        assertThat(read.text()).isEqualTo("""
                Move of server 7, room ; 2
                From: 2026-11-22 08:30 Europe/Berlin
                To: 2026-11-22 09:30 UTC
                Location: Room 1
                first floor
                Organizer: jane@x.example""");
        assertThat(read.attachments()).extracting(Part::name).containsExactly("invite.ics");
    }

    @Test
    void anInvitationBesideATextIsAFileAndOtherWaysToSayTheSameAreNone() throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "Come!",
                "--b",
                "Content-Type: text/x-amp-html",
                "",
                "<html amp4email>",
                "--b",
                "Content-Type: text/html",
                "",
                "<p>Come!</p>",
                "--b",
                "Content-Type: text/calendar",
                "",
                "BEGIN:VCALENDAR",
                "--b--");
        assertThat(read.text()).isEqualTo("Come!");
        assertThat(read.attachments()).extracting(Part::name).containsExactly("invite.ics");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: message/rfc822|inner subject.eml",
                "Content-Type: message/rfc822; name=\"x.eml\"|x.eml",
                "Content-Type: image/png|image.png",
                "Content-Type: application/x-unknown|''",
                "Content-Type: image/gif¶Content-Location: http://x.example/a/logo.gif|logo.gif",
                "Content-Type: image/gif¶Content-Location: http://x.example/a?b=c.gif|image.gif",
                "Content-Type: a/b; name*0*=utf-8''%e2%82%ac; name*1=\" x\"; name*2=.txt|€ x.txt",
                "Content-Type: a/b; name*1=b.txt; name*0=a|ab.txt",
                "Content-Type: a/b; name=\"=?utf-8?q?=E2=82=AC.txt?=\"|€.txt",
                "Content-Type: a/b; name*=utf-8''%d1%84.txt¶Content-Disposition: attachment; filename=?.txt|ф.txt",
                "Content-Disposition: attachment; filename=a.txt; filename*=utf-8''%e2%82%ac.txt|€.txt"
            })
    void filesHaveTheNameThatIsWrittenOrOneThatFits(String headers, String name) throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "text",
                "--b",
                headers.startsWith("Content-Type") ? "X: y" : "Content-Type: a/b",
                headers.replace("¶", "\r\n"),
                "",
                "Subject: inner subject",
                "",
                "inner",
                "--b--");
        assertThat(read.attachments()).extracting(Part::name).containsExactly(name);
    }

    @Test
    void inlineImagesTellByWhatTheHtmlNamesThem() throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<img src='cid:logo@x'>",
                "--b",
                "Content-Type: image/png",
                "Content-ID: <logo@x>",
                "",
                "png",
                "--b--");
        assertThat(read.attachments()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("image.png");
            assertThat(part.contentId()).contains("logo@x");
        });
    }
}
