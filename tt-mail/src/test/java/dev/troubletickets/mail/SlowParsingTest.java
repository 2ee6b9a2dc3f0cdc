// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threat 20: a quarter of a megabyte of anything is read at once, where a parser that looks at every pair would need minutes. */
class SlowParsingTest {
    private static final int SIZE = 1 << 18;
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final MailLimits LIMITS = new MailLimits(16L << 20, 4 << 20, 1 << 20, 50, 8 << 20);

    private static void parse(String mail) {
        byte[] raw = mail.getBytes(ISO_8859_1);
        assertTimeoutPreemptively(SOON, () -> {
            try {
                new MimeFormat().parse(raw, LIMITS);
            } catch (LimitExceeded quickly) {
                return;
            }
        });
    }

    private static String much(String piece) {
        return piece.repeat(SIZE / piece.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "<",
                ">",
                "\"",
                "\\\"",
                ",",
                ";",
                ":",
                "@",
                "=?",
                "?=",
                "=?a?q?",
                "=?utf-8?q?=C3?= ",
                "=?utf-8?b?w",
                "a ",
                " ",
                "\t",
                "\r\n ",
                "<a@b.example> ",
                "<a@b",
                "a@b.example,",
                "\"a\" ",
                "\u00fc",
                ";a=",
                ";a*0*=%C3",
                ";a*1=",
                "a=\"",
                "=",
                "%",
                "'",
                "*",
                "\u0000"
            })
    @Tag("D10")
    void headers(String piece) {
        for (String name : new String[] {
            "From",
            "To",
            "Subject",
            "References",
            "In-Reply-To",
            "Message-ID",
            "Content-Type: a/b; x",
            "Content-Disposition"
        }) {
            parse(name + ": " + much(piece) + "\r\n\r\ntext");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X: y\r\n",
                "X\r\n",
                ":\r\n",
                "X:\r\n y\r\n",
                "\r",
                "\u00fc",
                "From: a@b.example\r\n",
                "Received: x\r\n\t"
            })
    @Tag("D10")
    void manyHeaders(String piece) {
        parse(much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>",
                "<blockquote>",
                "<p>",
                "<div>",
                "<table>",
                "<table><tr><td>",
                "<a href='http://x.example'>",
                "<li>",
                "<ol><li>",
                "<br>",
                "<",
                "&",
                "&#",
                "<!--",
                "<![CDATA[",
                "</p>",
                "<a ",
                "<a b='",
                "<svg>",
                "<font><b>",
                "<select>",
                "<template>",
                " ",
                "x ",
                "&nbsp;",
                "<pre>\n",
                "<img alt='x'>"
            })
    @Tag("D10")
    void html(String piece) {
        parse("Content-Type: text/html\r\n\r\n" + much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--b\r\n",
                "--b\r\n\r\n",
                "--",
                "--bb\r\n",
                "\r\n",
                "--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
                "--b",
                "\r\n--"
            })
    @Tag("D10")
    void boundaries(String piece) {
        parse("Content-Type: multipart/mixed; boundary=b\r\n\r\n" + much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                ">",
                " \r\n",
                "> \r\n",
                "a \r\n",
                "-- \r\n",
                "\r\n",
                "=",
                "=\r\n",
                "=C3",
                "<a@b.example>:\r\n",
                "Message-ID: <\r\n",
                "@",
                "a@b ",
                "a@",
                "550 ",
                "5.1.1",
                "unknown a@b.example\r\n",
                "\u00fc"
            })
    @Tag("D10")
    void text(String piece) {
        String type = "From: mailer-daemon@x.example\r\nContent-Type: text/plain; format=flowed\r\n";
        parse(type + "\r\n" + much(piece));
        parse(type + "Content-Transfer-Encoding: quoted-printable\r\n\r\n" + much(piece));
        parse(type + "Content-Transfer-Encoding: base64\r\n\r\n" + much(piece));
        parse("Content-Type: message/delivery-status\r\n\r\n" + much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin 644 a\r\n",
                "begin 644 a\r\n\r\n",
                "begin 644 a\r\n#0V%T\r\nend\r\n",
                "#0V%T\r\n",
                "begin ",
                "M"
            })
    @Tag("D10")
    void uuencodedText(String piece) {
        parse("Subject: x\r\n\r\n" + much(piece));
        parse("Subject: x\r\n\r\nbegin 644 a\r\n" + much(piece));
        parse("Content-Type: a/b\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\n" + much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SUMMARY:", "\r\n ", "BEGIN:VEVENT\r\n", "\\n", "SUMMARY:x\r\n", ":", "\"", ";tzid=", "DTSTART;"
            })
    @Tag("D10")
    void calendars(String piece) {
        parse("Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\n" + much(piece));
        parse("Content-Type: text/calendar\r\n\r\nBEGIN:VEVENT\r\nDTSTART" + much(piece));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "\\",
                "{\\*",
                "\\'e4",
                "\\u1 ",
                "\\f0",
                "\\par",
                "{\\fonttbl{\\f1\\fcharset204",
                "{\\*\\htmltag <b>",
                "{\\*\\htmltag <b>}",
                "\\bin9",
                "\\fromhtml1",
                "a"
            })
    @Tag("D10")
    void richText(String piece) {
        byte[] rtf = WinmailBuilder.packed("{\\rtf1\\fromhtml1 " + much(piece));
        parse(new WinmailBuilder()
                .attribute(
                        WinmailBuilder.MESSAGE_PROPERTIES,
                        WinmailBuilder.properties(WinmailBuilder.binary(0x1009, rtf)))
                .mail());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 1_000, 20_000})
    @Tag("D10")
    void packsInPacks(int files) {
        WinmailBuilder pack = new WinmailBuilder();
        for (int i = 0; i < files; i++) {
            pack.file("a", new byte[SIZE / files]);
        }
        byte[] inner = pack.bytes();
        for (int depth = 0; depth < 20; depth++) {
            inner = new WinmailBuilder()
                    .attribute(WinmailBuilder.ATTACHED_BEGIN, new byte[14])
                    .attribute(WinmailBuilder.ATTACHED_DATA, inner)
                    .bytes();
        }
        parse(WinmailBuilder.mail(inner));
    }
}
