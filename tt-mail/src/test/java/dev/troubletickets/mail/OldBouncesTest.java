// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounces from before RFC 3464, and from those who never heard of it. */
class OldBouncesTest {
    private static Optional<DeliveryReport> report(String headers, String text) throws LimitExceeded {
        byte[] raw = (headers + "\r\nSubject: failure notice\r\n\r\n" + text).getBytes(StandardCharsets.UTF_8);
        return new MimeFormat().parse(raw, MailLimits.defaults()).report();
    }

    @Test
    @Tag("D9")
    void eximNamesTheFailedInAHeader() throws LimitExceeded {
        DeliveryReport report = report(
                        "X-Failed-Recipients: jane@x.example, boss@x.example", "Message-ID: <1@desk.example>\r\n")
                .orElseThrow();
        assertThat(report.recipients()).hasSize(2).allMatch(DeliveryReport.Recipient::hasFailed);
        assertThat(report.originalMessageId()).contains("<1@desk.example>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<jane@x.example>:\r\nno mailbox",
                "jane@x.example",
                "<jane@x.example>: host mx said: 550",
                "Unknown user: jane@x.example",
                "   * jane@x.example",
                "undeliverable to jane@x.example",
                "Intended recipient: <jane@x.example>.",
                "The following addresses did not receive a copy:\r\n\r\n> jane@x.example",
                "did not reach the following recipient(s):\r\n\r\njane@x.example on Thu, 11 Jul 2002 16:54:54 -0300",
                "did not reach:\r\n\r\nc=US;a= ;p=X;o=Y;dda:SMTP=jane@x.example; on Fri",
                "could not be delivered to this user: \"Jane\" <jane@x.example>",
                "the address jane@x.example, to which you wrote, did not match",
                "boss@y.example\r\n    (expanded from: jane@x.example)"
            })
    @Tag("D9")
    void daemonsNameTheFailedInALine(String line) throws LimitExceeded {
        String text = "Hi. This is the mail program, ask postmaster@mx.example.\r\n" + line
                + "\r\n--- Below is a copy\r\nTo: other@x.example\r\n";
        assertThat(report("From: MAILER-DAEMON@mx.example", text).orElseThrow().recipients())
                .singleElement()
                .satisfies(failed -> assertThat(failed.address().value()).isEqualTo("jane@x.example"));
    }

    @Test
    @Tag("D9")
    void aPersonWhoWritesTheSameIsNoDaemon() throws LimitExceeded {
        byte[] raw = "From: jane@x.example\r\nSubject: Mail to my boss\r\n\r\n<boss@x.example>:\r\nno mailbox"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new MimeFormat().parse(raw, MailLimits.defaults()).report()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "<jane@x.example>: host mx said: 550 5.1.1 no such user,failed,5.1.1,true",
        "<jane@x.example>:\\r\\n550 no such user,failed,5.0.0,true",
        "<jane@x.example>: 452 mailbox full,failed,4.0.0,false",
        "jane@x.example\\r\\nunknown user,failed,5.0.0,true",
        "THIS IS A WARNING MESSAGE ONLY.\\r\\njane@x.example,delayed,4.0.0,false",
        "Your mail to the address below has been delayed: 451 4.7.1 try later\\r\\njane@x.example,delayed,4.7.1,false",
        "<jane@x.example>: from 10.550.1.1 at 550:12,failed,5.0.0,true"
    })
    @Tag("D9")
    void theStatusIsToldByCodesThenByWords(String text, String action, String status, boolean permanent)
            throws LimitExceeded {
        Recipient told = report("From: postmaster@mx.example", text.replace("\\r\\n", "\r\n"))
                .orElseThrow()
                .recipients()
                .get(0);
        assertThat(told).isEqualTo(new Recipient(EmailAddress.of("jane@x.example"), action, status));
        assertThat(told.isPermanent()).isEqualTo(permanent);
    }

    @Test
    @Tag("D9")
    void aServersNoticeThatNamesNobodyIsOneForWhomTheReturnedMailWas() throws LimitExceeded {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\nFrom: mailer-daemon@mx.example\r\n"
                + "Subject: Mail could not be delivered\r\n\r\n--b\r\n\r\nMany tries.\r\n--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\nMessage-ID: <1@desk.example>\r\nTo: jane@x.example\r\n\r\nHi\r\n--b--";
        DeliveryReport report = new MimeFormat()
                .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                .report()
                .orElseThrow();
        assertThat(report.recipients()).extracting(one -> one.address().value()).containsExactly("jane@x.example");
        assertThat(report.originalMessageId()).contains("<1@desk.example>");
    }

    @Test
    @Tag("D9")
    void aReportInsideAGatewaysMailIsRead() throws LimitExceeded {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\nFrom: postmaster@mx.example\r\n\r\n--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\n"
                + "Content-Type: multipart/report; report-type=delivery-status; boundary=c\r\n\r\n--c\r\n"
                + "Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
                + "Final-Recipient: rfc822; jane@x.example\r\nAction: failure\r\nStatus: 553 too large\r\n--c--\r\n--b--";
        assertThat(new MimeFormat()
                        .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                        .report()
                        .orElseThrow()
                        .recipients())
                .containsExactly(new Recipient(EmailAddress.of("jane@x.example"), "failed", "5.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Re: Undelivered mail", "Question on undelivered mail", "Fwd: mail"})
    @Tag("D9")
    void aPersonWhoAsksAboutABounceWritesNone(String subject) throws LimitExceeded {
        String mail = "From: jane@x.example\r\nIn-Reply-To: <1@x.example>\r\nSubject: " + subject
                + "\r\n\r\nWhy?\r\n<boss@x.example>: 550 unknown user";
        assertThat(new MimeFormat()
                        .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                        .report())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: postmaster@x.example\r\nSubject: New mailbox",
                "From: postmaster@x.example\r\nSubject: Fwd: Undelivered mail",
                "From: jane@x.example\r\nReturn-Path: <>\r\nSubject: On holiday",
                "From: Mail Administrator <jane@x.example>\r\nSubject: New mailbox",
                "From: jane@x.example\r\nSubject: FW: Undeliverable: Offer",
                "From: jane@x.example\r\nSubject: AW: Unzustellbar: Angebot"
            })
    @Tag("D9")
    void whoNamesAnAddressReportsNothing(String headers) throws LimitExceeded {
        String mail = headers + "\r\n\r\nIt will not be delivered, please write to:\r\nbob@x.example\r\n";
        assertThat(new MimeFormat()
                        .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                        .report())
                .isEmpty();
    }

    @Test
    @Tag("D9")
    void aTitleAndTheMailItIsAboutMakeAReport() throws LimitExceeded {
        String mail = "Content-Type: multipart/mixed; boundary=b\r\nFrom: gateway@mx.example\r\n"
                + "Subject: Mail could not be delivered\r\n\r\n--b\r\n\r\nMany tries.\r\n--b\r\n"
                + "Content-Type: message/rfc822\r\n\r\nMessage-ID: <1@desk.example>\r\nTo: jane@x.example\r\n\r\nHi\r\n--b--";
        assertThat(new MimeFormat()
                        .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                        .report())
                .hasValueSatisfying(
                        report -> assertThat(report.originalMessageId()).contains("<1@desk.example>"));
    }

    @ParameterizedTest
    @CsvSource({
        "From: system@mx.example\\r\\nReturn-Path: <>\\r\\nSubject: 配信,<jane@x.example>: 550 5.1.1 unknown,5.1.1",
        "From: post_master@mx.example\\r\\nSubject: [BOUNCE] Hi,<jane@x.example>: 550 unknown,5.0.0",
        "From: postmaster@mx.example\\r\\nSubject: Niet bezorgd: Hi,<jane@x.example>: 552 5.2.2 full,5.2.2",
        "From: postmaster@mx.example\\r\\nSubject: Undelivered,'Message-ID: <1@x>\\r\\nRecipient address: jane@x.example\\r\\n554',5.0.0"
    })
    @Tag("D9")
    void aServerIsKnownByItsTitleOrByThatItSaysWhy(String headers, String text, String status) throws LimitExceeded {
        String mail = headers.replace("\\r\\n", "\r\n") + "\r\n\r\n" + text.replace("\\r\\n", "\r\n");
        assertThat(new MimeFormat()
                        .parse(mail.getBytes(StandardCharsets.UTF_8), MailLimits.defaults())
                        .report()
                        .orElseThrow()
                        .recipients())
                .containsExactly(new Recipient(EmailAddress.of("jane@x.example"), "failed", status));
    }
}
