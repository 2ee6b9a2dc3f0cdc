// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.mail;

import static dev.troubletickets.contract.mail.Mails.parse;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailFormat;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport.Recipient;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Delivery status notifications (RFC 3464) are recognised. */
public interface DeliveryReportContract {
    MailFormat format();

    @Test
    @Tag("D9")
    default void aReportNamesTheMailAndEachRecipient() {
        ParsedMail read = parse(format(), report("message/rfc822"));
        DeliveryReport report = read.report().orElseThrow();
        assertThat(report.originalMessageId()).contains("<lost@desk.example>");
        assertThat(report.recipients())
                .containsExactly(
                        new Recipient(EmailAddress.of("jane@customer.example"), "failed", "5.1.1"),
                        new Recipient(EmailAddress.of("boss@customer.example"), "delayed", "4.4.1"));
        assertThat(report.recipients()).extracting(Recipient::hasFailed).containsExactly(true, false);
        assertThat(read.text()).isEqualTo("Could not deliver.");
    }

    @Test
    @Tag("D9")
    default void theHeadersOfTheMailAloneAreEnough() {
        assertThat(parse(format(), report("text/rfc822-headers"))
                        .report()
                        .orElseThrow()
                        .originalMessageId())
                .contains("<lost@desk.example>");
    }

    @Test
    @Tag("D9")
    default void anOrdinaryMailIsNoReport() {
        assertThat(parse(format(), "From: jane@customer.example", "Subject: Delivery failed", "", "Action: failed")
                        .report())
                .isEmpty();
    }

    private static String[] report(String typeOfOriginal) {
        return new String[] {
            "From: MAILER-DAEMON@mx.example",
            "Subject: Undelivered",
            "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b b\"",
            "",
            "--b b",
            "",
            "Could not deliver.",
            "",
            "--b b",
            "Content-Type: message/delivery-status",
            "",
            "Reporting-MTA: dns; mx.example",
            "",
            "Original-Recipient: rfc822;jane@customer.example",
            "Final-Recipient: rfc822; j4711@mx.example",
            "Action: Failed",
            "Status: 5.1.1",
            "",
            "Final-Recipient: rfc822; boss@customer.example",
            "Action: delayed",
            "Status: 4.4.1",
            "",
            "--b b",
            "Content-Type: " + typeOfOriginal,
            "",
            "Message-ID: <lost@desk.example>",
            "Subject: Your ticket",
            "",
            "--b b--"
        };
    }
}
