// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.spi.mail.MailFormat.LimitExceeded;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.spi.mail.ParsedMail.DeliveryReport;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
                "Intended recipient: <jane@x.example>."
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
        assertThat(report("From: jane@x.example", "<boss@x.example>:\r\nno mailbox"))
                .isEmpty();
    }
}
