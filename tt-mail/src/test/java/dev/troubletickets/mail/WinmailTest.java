// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static dev.troubletickets.mail.WinmailBuilder.ATTACHED_PROPERTIES;
import static dev.troubletickets.mail.WinmailBuilder.BODY;
import static dev.troubletickets.mail.WinmailBuilder.CODE_PAGE;
import static dev.troubletickets.mail.WinmailBuilder.MESSAGE_PROPERTIES;
import static dev.troubletickets.mail.WinmailBuilder.binary;
import static dev.troubletickets.mail.WinmailBuilder.le;
import static dev.troubletickets.mail.WinmailBuilder.object;
import static dev.troubletickets.mail.WinmailBuilder.packed;
import static dev.troubletickets.mail.WinmailBuilder.properties;
import static dev.troubletickets.mail.WinmailBuilder.unicode;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Outlook packs into winmail.dat arrives as what it was. */
@Tag("D10")
class WinmailTest {
    private static final byte[] CONTENT = {1, 2, 3};

    private static ParsedMail parse(String mail) throws LimitExceeded {
        return new MimeFormat().parse(mail.getBytes(ISO_8859_1), MailLimits.defaults());
    }

    @Test
    void filesHaveTheirLongNamesTypesAndContents() throws LimitExceeded {
        ParsedMail read = parse(new WinmailBuilder()
                .file(
                        "LONGNA~1.TXT",
                        CONTENT,
                        unicode(0x3707, "a long näme.txt"),
                        unicode(0x370e, "text/plain"),
                        unicode(0x3712, "1@x.example"))
                .file("short.bin", new byte[] {4})
                .mail());
        assertThat(read.attachments()).hasSize(2);
        Part first = read.attachments().get(0);
        assertThat(first.name()).isEqualTo("a long näme.txt");
        assertThat(first.type()).isEqualTo("text/plain");
        assertThat(first.content()).isEqualTo(CONTENT);
        assertThat(first.contentId()).contains("1@x.example");
        assertThat(read.attachments().get(1).name()).isEqualTo("short.bin");
    }

    @Test
    void shortNamesAreInTheCodePageThatIsTold() throws LimitExceeded {
        byte[] name = "файл.txt\0".getBytes(Charset.forName("windows-1251"));
        ParsedMail read = parse(new WinmailBuilder()
                .attribute(CODE_PAGE, Arrays.copyOf(le(1251), 8))
                .attribute(WinmailBuilder.ATTACHED_BEGIN, new byte[14])
                .attribute(WinmailBuilder.ATTACHED_TITLE, name)
                .attribute(WinmailBuilder.ATTACHED_DATA, CONTENT)
                .mail());
        assertThat(read.attachments()).extracting(Part::name).containsExactly("файл.txt");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\colortbl;}Hello\\par J\\'e4ne \\{x\\}\\tab y|Hello¶Jäne {x}\ty",
                "{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8\\'e2\\'e5\\'f2|Привет",
                "{\\rtf1\\ansi{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'cf\\'f0{\\f0 \\'e4}|Прä",
                "{\\rtf1\\uc1 \\u8364 ?\\u-3585\\'3f a{\\*\\unknown hidden}{\\pict 0102}b|€\uf1ff ab",
                "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}\\htmlrtf x\\htmlrtf0 Hello <Jane>{\\*\\htmltag72 </p>}"
                        + "{\\*\\htmltag <script>bad()</script>}Bye|Hello <Jane>¶¶Bye",
            })
    void richTextIsReadableWhereThereIsNoOther(String rtf, String text) throws LimitExceeded {
        byte[] body = properties(binary(0x1009, packed(rtf)));
        assertThat(parse(new WinmailBuilder()
                                .attribute(MESSAGE_PROPERTIES, body)
                                .mail())
                        .text())
                .isEqualTo(text.replace('¶', '\n'));
    }

    @Test
    void plainTextWinsOverHtmlAndThatOverRichText() throws LimitExceeded {
        byte[] html = binary(0x1013, "<p>html</p>".getBytes(ISO_8859_1));
        byte[] rtf = binary(0x1009, packed("{\\rtf1 rich}"));
        assertThat(parse(new WinmailBuilder()
                                .attribute(MESSAGE_PROPERTIES, properties(html, rtf))
                                .mail())
                        .text())
                .isEqualTo("html");
        assertThat(parse(new WinmailBuilder()
                                .attribute(BODY, "plain\r\ntext\0".getBytes(ISO_8859_1))
                                .attribute(MESSAGE_PROPERTIES, properties(html, rtf))
                                .mail())
                        .text())
                .isEqualTo("plain\ntext");
    }

    @Test
    void theTextOfTheMailItselfIsNotSaidTwice() throws LimitExceeded {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\n"
                + new WinmailBuilder()
                        .attribute(BODY, "Hello".getBytes(ISO_8859_1))
                        .file("a", CONTENT)
                        .mail()
                        .substring("From: jane@x.example\r\n".length())
                + "\r\n--b--";
        ParsedMail read = parse(mail);
        assertThat(read.text()).isEqualTo("Hello");
        assertThat(read.attachments()).extracting(Part::name).containsExactly("a");
    }

    @Test
    void filesOfMessagesInsideAreOurs() throws LimitExceeded {
        byte[] inner = new WinmailBuilder().file("inner.txt", CONTENT).bytes();
        ParsedMail read = parse(new WinmailBuilder()
                .attribute(WinmailBuilder.ATTACHED_BEGIN, new byte[14])
                .attribute(ATTACHED_PROPERTIES, properties(object(0x3701, inner)))
                .mail());
        assertThat(read.attachments()).extracting(Part::name).containsExactly("inner.txt");
    }

    @Test
    void aDamagedPackStaysAFileBesideWhatCouldBeRead() throws LimitExceeded {
        byte[] whole = new WinmailBuilder()
                .file("first", CONTENT)
                .file("second", CONTENT)
                .bytes();
        ParsedMail read = parse(WinmailBuilder.mail(Arrays.copyOf(whole, whole.length - 40)));
        assertThat(read.attachments())
                .extracting(Part::name)
                .startsWith("first")
                .endsWith("winmail.dat");
        assertThat(parse(WinmailBuilder.mail("no pack at all".getBytes(ISO_8859_1)))
                        .attachments())
                .extracting(Part::name)
                .containsExactly("winmail.dat");
    }

    @Test
    void moreFilesThanPartsMayBeAreBeyondTheLimit() {
        WinmailBuilder winmail = new WinmailBuilder();
        for (int i = 0; i < 20; i++) {
            winmail.file("f" + i, CONTENT);
        }
        MailLimits limits = new MailLimits(1 << 20, 10_000, 10, 5, 1_000);
        assertThat(catchThrowableOfType(
                                LimitExceeded.class,
                                () -> new MimeFormat().parse(winmail.mail().getBytes(ISO_8859_1), limits))
                        .limit())
                .isEqualTo("parts");
    }
}
