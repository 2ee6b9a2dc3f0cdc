// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.desk.StaffDesk;
import dev.troubletickets.mail.MimeFormat;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.mail.MailLimits;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.MailHtml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a page shows of a mail and of its sender's address, with mails as they really are. */
class MailPageSnippetsTest {
    private static final String OLAF = "olaf@elsewhere.example";
    private static final TicketId TICKET = TicketId.of(1);

    private final InMemoryMail mail = InMemoryMail.with(new MimeFormat(), "support");
    private final SupportCenter center = Panel.center(mail);
    private final StaffDesk tom = center.staff(StaffId.of("tom"));

    @Test
    @Tag("D10")
    void aMailAsItWasLaidOut() {
        receive("""
                Content-Type: multipart/related; boundary="b"

                --b
                Content-Type: text/html

                <p onclick="alert(1)">It <b>hangs</b>, <img src="cid:shot@x" alt="see"></p><script>alert(1)</script>
                <img src="https://elsewhere.example/pixel.gif">
                --b
                Content-Type: image/png
                Content-ID: <shot@x>

                picture
                --b--
                """);
        MessageId message = MessageId.publicMessage(TICKET, 1);
        // region: html
        Optional<MailHtml> page = tom.html(message);
        String html = page.map(mail -> mail.html().html()).orElse("");
        // endregion
        assertThat(html.strip()).isEqualTo("<p>It <b>hangs</b>, <img src=\"cid:shot@x\" alt=\"see\"></p>\n<img>");
        AttachmentView shot = tom.ticket(TICKET).messages().get(0).attachments().get(0);
        assertThat(page.orElseThrow().inline()).isEqualTo(Map.of("shot@x", shot.id()));
    }

    @Test
    @Tag("D9")
    void anAddressThatAMailDidNotReach() throws Exception {
        receive("\nIt hangs.");
        String receipt = new MimeFormat()
                .parse(mail.sent().get(0).bytes(), MailLimits.defaults())
                .messageId()
                .orElseThrow();
        mail.deliver(
                ("From: MAILER-DAEMON@mx.example\r\nReturn-Path: <>\r\nSubject: Undelivered Mail Returned to Sender\r\n"
                                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n"
                                + "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n"
                                + "Final-Recipient: rfc822; " + OLAF + "\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
                                + "--b\r\nContent-Type: message/rfc822\r\n\r\nMessage-ID: " + receipt
                                + "\r\n\r\nx\r\n--b--\r\n")
                        .getBytes(UTF_8));
        center.background().runDue();
        List<String> warnings = new ArrayList<>();
        // region: bounces
        for (Bounce bounce : tom.ticket(TICKET).bounced()) {
            warnings.add(bounce.address() + ": " + bounce.reason() + (bounce.permanent() ? "" : ", for now"));
        }
        center.mailroom(StaffId.of("ada")).clearBounce(EmailAddress.of("olaf@elsewhere.example"));
        // endregion
        assertThat(warnings).containsExactly("olaf@elsewhere.example: the mail came back, status 5.1.1");
        assertThat(tom.ticket(TICKET).bounced()).isEmpty();
    }

    private void receive(String rest) {
        mail.deliver(("From: " + OLAF + "\nTo: support@harbour.example\nSubject: My site hangs\n" + rest)
                .replace("\n", "\r\n")
                .getBytes(UTF_8));
        center.background().runDue();
    }
}
