// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.parse;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a format makes of the parts that strangers' mails consist of, whole and broken; only for formats that read such mail. */
public interface StrangersPartsContract {
    MailFormat format();

    @Test
    @Tag("D10")
    default void plainTextWinsOverHtmlAndInlineImagesAreFiles() {
        ParsedMail read = parse(
                format(),
                "Content-Type: multipart/related; boundary=r",
                "",
                "--r",
                "Content-Type: multipart/alternative; boundary=a",
                "",
                "--a",
                "",
                "plain",
                "--a",
                "Content-Type: text/html",
                "",
                "<p>html</p>",
                "--a--",
                "--r",
                "Content-Type: image/png",
                "Content-ID: <1>",
                "Content-Disposition: inline; filename=a.png",
                "Content-Transfer-Encoding: base64",
                "",
                "AAEC",
                "--r--");
        assertThat(read.text()).isEqualTo("plain");
        assertThat(read.attachments()).singleElement().satisfies(part -> {
            assertThat(part.name()).isEqualTo("a.png");
            assertThat(part.content()).containsExactly(0, 1, 2);
        });
    }

    @Test
    @Tag("D10")
    default void htmlAloneIsMadeReadable() {
        String html =
                "<html><head><style>x{}</style><title>t</title></head><body><p>Hello&nbsp;Jane,<br>it <b>works</b>.</p>"
                        + "<ul><li>one</li><li>two <a href='https://x.example/a'>here</a></li></ul><script>evil()</script>"
                        + "<blockquote><p>you wrote</p><p>more</p></blockquote><div>Bye</div></body></html>";
        assertThat(parse(format(), "Content-Type: text/html; charset=utf-8", "", html)
                        .text())
                .isEqualTo("""
                        Hello Jane,
                        it works.

                        - one
                        - two here <https://x.example/a>

                        > you wrote
                        >
                        > more

                        Bye""");
    }

    @Test
    @Tag("D10")
    default void severalTextsAreJoinedAndFlowedLinesToo() {
        ParsedMail read = parse(
                format(),
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain; format=flowed",
                "",
                "one ",
                "line",
                "> quoted ",
                "> line",
                "-- ",
                "sig",
                "--b",
                "Content-Type: text/plain",
                "",
                "second",
                "--b--");
        assertThat(read.text()).isEqualTo("one line\n> quoted line\n-- \nsig\nsecond");
    }

    @Test
    @Tag("D10")
    default void attachedMessagesStayWhole() {
        ParsedMail read = parse(
                format(),
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "",
                "see",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "Content-Type: multipart/mixed; boundary=c",
                "",
                "--c",
                "",
                "inner text",
                "--c--",
                "--b--");
        assertThat(read.text()).isEqualTo("see");
        assertThat(read.attachments()).singleElement().satisfies(part -> {
            assertThat(part.type()).isEqualTo("message/rfc822");
            assertThat(new String(part.content(), ISO_8859_1))
                    .startsWith("Subject: inner")
                    .contains("inner text");
        });
    }

    @Test
    @Tag("D10")
    default void brokenStructureLosesNoText() {
        assertThat(parse(format(), "Content-Type: multipart/mixed", "", "--b", "", "text", "--b--")
                        .text())
                .contains("text");
        assertThat(parse(format(), "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "cut off")
                        .text())
                .isEqualTo("cut off");
        assertThat(parse(format(), "Content-Type: multipart/mixed; boundary=b", "", "--c", "", "text", "--c--")
                        .text())
                .contains("text");
        assertThat(parse(format(), "Subject: x", "no header", "Y: z", "", "text")
                        .text())
                .contains("text");
        assertThat(parse(format(), "Subject: x", "and no empty line at all").text())
                .isEqualTo("and no empty line at all");
        assertThat(parse(format(), "Content-Transfer-Encoding: base64", "", "SGVsbG8*#gd29ybGQ")
                        .text())
                .startsWith("Hello");
        assertThat(parse(format(), "Content-Transfer-Encoding: quoted-printable", "", "a=3Db=ZZ=", "c")
                        .text())
                .startsWith("a=b");
    }

    @Test
    @Tag("D10")
    default void nestingIsLimitedHoweverDeepItGoes() {
        for (int depth : new int[] {60, 5_000}) {
            StringBuilder mail = new StringBuilder();
            for (int i = 0; i < depth; i++) {
                mail.append("Content-Type: multipart/mixed; boundary=b")
                        .append(i)
                        .append("\r\n\r\n--b")
                        .append(i)
                        .append("\r\n");
            }
            byte[] raw = mail.toString().getBytes(ISO_8859_1);
            MailLimits limits = new MailLimits(raw.length, 10_000, 100_000, depth == 60 ? 50 : 10_000, 1_000);
            assertThat(catchThrowableOfType(LimitExceeded.class, () -> format().parse(raw, limits))
                            .limit())
                    .isEqualTo("depth");
        }
    }
}
