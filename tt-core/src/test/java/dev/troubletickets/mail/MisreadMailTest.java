// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mails and people that a hasty rule would take for something else. */
@Tag("D4")
class MisreadMailTest extends MailTest {
    private static final String REPORT = "Final-Recipient: rfc822; bob@customer.example\r\nAction: failed\r\n";

    @Test
    void aCustomerWhoForwardsADeliveryReportOpensATicket() {
        opened(InboundMail.from(JANE)
                .subject("Why does my mail bounce?")
                .header("Content-Type", "text/plain")
                .text(REPORT));
    }

    @Test
    void aPostmasterWhoAsksForAMailboxOpensATicket() {
        opened(InboundMail.from("postmaster@customer.example")
                .text("please create a mailbox for bob@customer.example"));
    }

    @Test
    void aComplaintIsNoDeliveryReport() {
        opened(InboundMail.from("fbl@isp.example")
                .subject("Abuse from your network")
                .header("Content-Type", "multipart/report; report-type=feedback-report; boundary=x"));
    }

    @Test
    @Tag("D7")
    void aMachineThatOpenedATicketIsNotToldThatItIsClosed() {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withResolvedResponse(Wording.of("{{number}} is closed")));
        TicketId ticket = opened(InboundMail.from(STRANGER).header("List-Id", "<news.example>"));
        john.close(ticket);
        center.run();

        assertThat(sentTo(STRANGER)).isEmpty();
    }

    @Test
    @Tag("D3")
    void aMachinesSubjectDoesNotLeadToAFinishedTicket() {
        InboundMail alert = InboundMail.from(STRANGER).subject("Disk full").header("Auto-Submitted", "auto-generated");
        john.close(opened(alert.id("<1@mon.example>")));

        opened(alert.id("<2@mon.example>"));
    }

    @Test
    @Tag("D3")
    void anOldSubjectDoesNotLeadToAnOldTicket() {
        john.close(opened(InboundMail.from(JANE).subject("Help")));
        center.after(Duration.ofDays(31));

        opened(InboundMail.from(JANE).subject("Help").text("Something else."));
    }

    @Test
    @Tag("D8")
    void aCopyThatIsNotTakenHoldsNobodyBack() {
        center.mail().answerNextWith(new Deferred("452 mailbox full"));
        jane.open(NewTicket.of("Mail bounces", "Help"));
        center.run();
        center.run();

        assertThat(sentTo(JANE)).as("the receipt").hasSize(1);
    }

    @Test
    @Tag("D8")
    void aServerThatIsDownHoldsUpNothingElse() {
        center.mail()
                .answerNextWith(IntStream.range(0, 100)
                        .mapToObj(i -> new Deferred("no connection"))
                        .toArray(Deferred[]::new));
        IntStream.range(0, 20).forEach(i -> jane.open(NewTicket.of("Mail bounces " + i, "Help")));

        assertThat(center.run().sent()).isZero();
        opened(InboundMail.from(MARY));
    }

    @Test
    @Tag("A9")
    void aNoteCannotBeQuoted() {
        TicketId ticket = center.opened();
        john.note(ticket, "between us");

        assertThatThrownBy(() -> john.quote(MessageId.note(ticket, 1))).isInstanceOf(NotFound.class);
    }

    @Test
    void aSupportAddressInAnyScriptWorks() {
        center.settings(settings -> settings.withSupportAddress(EmailAddress.of("support@bücher.example")));
        TicketId ticket = center.taken();
        center.run();

        assertThat(sentTo(JANE))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.messageId().orElseThrow()).endsWith("@xn--bcher-kva.example>"));
        assertThat(ticket).isNotNull();
    }

    @Test
    void anEncodedWordIsNoAddress() {
        assertThat(EmailAddress.parse("=?utf-8?q?jane?=@x.example")).isEmpty();
        assertThat(EmailAddress.parse("jane@x=?.example")).isEmpty();
        assertThat(EmailAddress.parse("jane@bücher.example")).isPresent();
    }
}
