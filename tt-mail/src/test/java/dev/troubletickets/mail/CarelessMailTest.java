// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.Part;
import dev.troubletickets.spi.mail.ParsedMail.Sender;
import java.nio.charset.Charset;
import java.util.Base64;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs write a little beside the standards is read as they meant it. */
@Tag("D10")
class CarelessMailTest {
    private static ParsedMail parse(String... lines) throws LimitExceeded {
        return new MimeFormat().parse(String.join("\r\n", lines).getBytes(ISO_8859_1), MailLimits.defaults());
    }

    @Test
    void base64WithoutItsPaddingLosesNoByte() throws LimitExceeded {
        for (String content : new String[] {"C", "Ca", "Cat", "Cats"}) {
            String unpadded = Base64.getEncoder().withoutPadding().encodeToString(content.getBytes(ISO_8859_1));
            ParsedMail read =
                    parse("Content-Type: image/png; name=a.png", "Content-Transfer-Encoding: base64", "", unpadded, "");
            assertThat(read.attachments())
                    .singleElement()
                    .satisfies(part -> assertThat(part.content()).asString().isEqualTo(content));
        }
    }

    @Test
    void encodedWordsWithoutPaddingLoseNoLetter() throws LimitExceeded {
        ParsedMail read = parse("From: =?utf-8?B?w7w?= <j@x.example>", "Subject: a =?utf-8?B?w7w?= b", "", "x");
        assertThat(read.from()).map(Sender::name).contains("ü");
        assertThat(read.subject()).isEqualTo("a ü b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"base64\"", "base64;", "base64 (that is)", " BASE64 "})
    void theNameOfTheTransferEncodingMayHaveSomethingAroundIt(String encoding) throws LimitExceeded {
        assertThat(parse("Content-Transfer-Encoding:" + encoding, "", "Q2F0").text())
                .isEqualTo("Cat");
    }

    @ParameterizedTest
    @CsvSource({
        "macintosh, x-MacRoman",
        "windows1252, windows-1252",
        "iso_8859_15, ISO-8859-15",
        "ISO8859-1, windows-1252",
        "cp819, windows-1252"
    })
    void charsetsGoByManyNames(String declared, String meant) throws LimitExceeded {
        String text = "Grüße – 5 €".replace("–", meant.equals("ISO-8859-15") ? "-" : "–");
        String base64 = Base64.getEncoder().encodeToString(text.getBytes(Charset.forName(meant)));
        ParsedMail read =
                parse("Content-Type: text/plain; charset=" + declared, "Content-Transfer-Encoding: base64", "", base64);
        assertThat(read.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Gr+APwA3w-e|Grüße",
                "1 +- 1 + 1 +AD0 3|1 + 1 + 1 = 3",
                "+BB8EQAQ4BDIENQRC, +BDwEOARA!|Привет, мир!",
                "+2D3eAA-|😀"
            })
    void utf7IsRead(String written, String meant) throws LimitExceeded {
        assertThat(parse("Content-Type: text/plain; charset=unicode-1-1-utf-7", "", written)
                        .text())
                .isEqualTo(meant);
    }

    @Test
    void linesMayEndAsTheyOnceDidOnMacs() throws LimitExceeded {
        String mail = "From: Jane <j@x.example>\rSubject: Old\r\rOne\rTwo\r";
        ParsedMail read = new MimeFormat().parse(mail.getBytes(ISO_8859_1), MailLimits.defaults());
        assertThat(read.from()).map(Sender::name).contains("Jane");
        assertThat(read.subject()).isEqualTo("Old");
        assertThat(read.text()).isEqualTo("One\nTwo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/markdown; charset=utf-8",
                "Content-Type: plain/text",
                "Content-Type: text/x-whatever; name=a",
                "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; name=msg.txt"
            })
    void aTextOfAnotherKindOrWithANameIsReadWhereThereIsNoOther(String headers) throws LimitExceeded {
        ParsedMail read = parse(headers, "", "It hangs.");
        assertThat(read.text()).isEqualTo("It hangs.");
        assertThat(read.attachments()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment",
                "Content-Type: text/csv; name=table.csv",
                "Content-Type: text/vcard"
            })
    void aFileThatIsMeantToBeSavedIsNoText(String headers) throws LimitExceeded {
        ParsedMail read = parse("Content-Type: multipart/mixed; boundary=b", "", "--b", headers, "", "a,b", "--b--");
        assertThat(read.text()).isEmpty();
        assertThat(read.attachments()).hasSize(1);
    }

    @Test
    void aTextWithANameStaysAFileBesideAText() throws LimitExceeded {
        ParsedMail read = parse(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain; name=msg.txt",
                "",
                "named",
                "--b",
                "",
                "read",
                "--b--");
        assertThat(read.text()).isEqualTo("read");
        assertThat(read.attachments()).extracting(Part::name).containsExactly("msg.txt");
    }

    @Test
    void aTextThatIsTooLongForAMessageStaysAFile() throws LimitExceeded {
        int most = MailLimits.defaults().textCharacters();
        ParsedMail read = parse("Content-Type: text/x-log; name=log", "", "x".repeat(most + 1));
        assertThat(read.text()).isEmpty();
        assertThat(read.attachments())
                .singleElement()
                .satisfies(part -> assertThat(part.content()).hasSize(most + 1));
    }
}
