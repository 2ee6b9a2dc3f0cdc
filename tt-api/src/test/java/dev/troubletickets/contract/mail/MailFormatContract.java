// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.BOSS;
import static dev.troubletickets.contract.mail.Mails.DESK;
import static dev.troubletickets.contract.mail.Mails.JANE;
import static dev.troubletickets.contract.mail.Mails.automatic;
import static dev.troubletickets.contract.mail.Mails.mail;
import static dev.troubletickets.contract.mail.Mails.parse;
import static dev.troubletickets.contract.mail.Mails.roundTrip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Upload;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.ParsedMail;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every format does with the mails it wrote itself and with plain mails of others. */
public interface MailFormatContract {
    MailFormat format();

    @Test
    @Tag("D5")
    default void whatIsComposedReadsTheSame() {
        ParsedMail read =
                roundTrip(format(), mail("Support of desk", "About your site", "It works again.\n\n-- \nJohn"));
        assertThat(read.subject()).isEqualTo("About your site");
        assertThat(read.text()).isEqualTo("It works again.\n\n-- \nJohn");
        assertThat(read.from()).contains(new ParsedMail.Sender(DESK, "Support of desk"));
        assertThat(read.recipients()).containsExactly(JANE, BOSS);
        assertThat(read.messageId()).contains("<4711.abc@desk.example>");
        assertThat(read.attachments()).isEmpty();
        assertThat(read.report()).isEmpty();
    }

    @Test
    @Tag("D3")
    default void theLastReferenceIsWhatIsAnsweredAndIsReadFirst() {
        ParsedMail read = roundTrip(format(), mail("About your site", "Yes."));
        assertThat(read.header("In-Reply-To")).contains("<second@desk.example>");
        assertThat(read.references()).containsExactly("<second@desk.example>", "<first@customer.example>");
    }

    @Test
    @Tag("D5")
    default void textNamesAndSubjectsOfAllScriptsSurvive() {
        String words = "Grüße, 日本語 und 😀 \"quoted\" <b>, (c) = ?utf-8? עברית";
        ParsedMail read = roundTrip(format(), mail(words, words, words + "\r\n" + words + "\rend\n"));
        assertThat(read.subject()).isEqualTo(words);
        assertThat(read.from().orElseThrow().name()).isEqualTo(words);
        assertThat(read.text()).isEqualTo(words + "\n" + words + "\nend\n");
    }

    @Test
    @Tag("D5")
    default void textTravelsExactly() {
        for (String text : new String[] {
            "",
            "\n",
            "\n\n",
            " ",
            "trailing \t\n \n",
            ".\n..\n.x",
            "From here\n>From",
            "--\n--x--",
            "a=b=3D=\n=",
            "x".repeat(5_000),
            "日".repeat(2_000),
            "\t tab",
            "a\u0000b",
            "\u0085\u2028\u2029",
            "=?utf-8?q?a?="
        }) {
            assertThat(roundTrip(format(), mail("s", text)).text()).isEqualTo(text);
            assertThat(roundTrip(format(), mail("s", text, Upload.of("a", "a/b", new byte[1])))
                            .text())
                    .isEqualTo(text);
        }
    }

    @Test
    @Tag("D5")
    default void longSubjectsSurviveFolding() {
        for (String subject : new String[] {
            "word ".repeat(49) + "end",
            "x".repeat(250),
            "ü".repeat(250),
            "日本 ".repeat(60) + "終",
            "a  b   c" + " ".repeat(90) + "d"
        }) {
            assertThat(roundTrip(format(), mail(subject, "t")).subject()).isEqualTo(subject.strip());
        }
    }

    @Test
    @Tag("D10")
    default void attachmentsTravelExactly() {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        ParsedMail read = roundTrip(
                format(),
                mail(
                        "s",
                        "t",
                        Upload.of("noise.bin", "application/x-noise", noise),
                        Upload.of("leer.txt", "text/plain", new byte[0])));
        assertThat(read.text()).isEqualTo("t");
        assertThat(read.attachments()).extracting(ParsedMail.Part::name).containsExactly("noise.bin", "leer.txt");
        assertThat(read.attachments())
                .extracting(ParsedMail.Part::type)
                .containsExactly("application/x-noise", "text/plain");
        assertThat(read.attachments().get(0).content()).isEqualTo(noise);
        assertThat(read.attachments().get(1).content()).isEmpty();
    }

    @Test
    @Tag("D10")
    default void fileNamesOfAllScriptsSurvive() {
        for (String name : new String[] {
            "Überweisung.pdf",
            "見積書 (2).xlsx",
            "a;b=c'd%20e.txt",
            "😀.png",
            "n".repeat(196) + ".txt",
            "é".repeat(196) + ".txt"
        }) {
            ParsedMail read = roundTrip(format(), mail("s", "t", Upload.of(name, "application/pdf", new byte[] {1})));
            assertThat(read.attachments()).extracting(ParsedMail.Part::name).containsExactly(name);
        }
    }

    @Test
    @Tag("D4")
    default void automaticMailSaysSo() {
        ParsedMail auto = roundTrip(format(), automatic("We have it."));
        assertThat(auto.header("Auto-Submitted")).contains("auto-replied");
        assertThat(auto.header("X-Auto-Response-Suppress")).contains("All");
        ParsedMail human = roundTrip(format(), mail("s", "t"));
        assertThat(human.header("Auto-Submitted")).isEmpty();
        assertThat(human.header("X-Auto-Response-Suppress")).isEmpty();
    }

    @Test
    @Tag("D8")
    default void equalMailsGiveEqualBytes() {
        Upload file = Upload.of("ä.bin", "a/b", new byte[] {1, 2});
        assertThat(format().compose(mail("Grüße", "t", file))).isEqualTo(format().compose(mail("Grüße", "t", file)));
    }

    @Test
    @Tag("D10")
    default void emptyBytesAreAnEmptyMail() {
        ParsedMail read = parse(format(), new byte[0]);
        assertThat(read.text()).isEmpty();
        assertThat(read.subject()).isEmpty();
        assertThat(read.from()).isEmpty();
        assertThat(read.messageId()).isEmpty();
        assertThat(read.headers()).isEmpty();
    }

    @Test
    @Tag("D10")
    default void bytesWithoutHeadersAreText() {
        assertThat(parse(format(), "no header here", "at all").text()).isEqualTo("no header here\nat all");
    }

    @Test
    @Tag("D10")
    default void aMultipartWithoutPartsIsText() {
        ParsedMail read = parse(format(), "Subject: x", "Content-Type: multipart/mixed; boundary=b", "", "only this");
        assertThat(read.text()).isEqualTo("only this");
    }

    @Test
    @Tag("D10")
    default void noBytesMakeItFail() {
        Random random = new Random(7);
        for (int size = 0; size < 300; size++) {
            byte[] bytes = new byte[size * 3];
            random.nextBytes(bytes);
            assertThat(parse(format(), bytes).contentDigest()).hasSize(64);
            byte[] afterHeader = ("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
                            + new String(bytes, StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThat(parse(format(), afterHeader).contentDigest()).hasSize(64);
        }
    }

    @Test
    @Tag("D2")
    default void recipientsAreThoseNamedAndThoseDeliveredTo() {
        ParsedMail read = parse(
                format(),
                "To: Sales <sales@desk.example>, nonsense, =, \"a, b\" <two@desk.example>",
                "Cc: ",
                "Delivered-To: abuse@desk.example",
                "X-Original-To: Sales@desk.example",
                "Envelope-To: billing@desk.example",
                "",
                "t");
        assertThat(read.recipients())
                .extracting(Object::toString)
                .containsExactly(
                        "sales@desk.example", "two@desk.example", "abuse@desk.example", "billing@desk.example");
    }

    @Test
    @Tag("D3")
    default void onlyWellFormedIdsAreReferences() {
        ParsedMail read = parse(
                format(),
                "Message-ID: not an id",
                "References: <a@x.example> junk <b@x.example>",
                "\t<a@x.example> <unclosed@",
                "In-Reply-To: <b@x.example>",
                "",
                "t");
        assertThat(read.messageId()).isEmpty();
        assertThat(read.references()).containsExactly("<b@x.example>", "<a@x.example>");
    }

    @Test
    @Tag("D4")
    default void headersAreKeptUnfoldedByLowerCaseName() {
        ParsedMail read =
                parse(format(), "X-One: a", "X-ONE: b", "X-Folded: c", "  d", "Subject: =?utf-8?q?e?=", "", "t");
        assertThat(read.headers().get("x-one")).containsExactly("a", "b");
        assertThat(read.header("X-Folded")).contains("c  d");
        assertThat(read.header("subject")).contains("=?utf-8?q?e?=");
    }
}
