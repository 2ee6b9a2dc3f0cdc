// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @Tag("D9")
    @ValueSource(
            strings = {
                "postmaster@mx.example",
                "post_master@mx.example",
                "Mail Delivery System <root@mx.example>",
                "Symantec_SMTP.Gateway7@mx.example",
                "MicrosoftExchange329e71ec@mx.example"
            })
    void theSameReportFromAMailServerOpensNothing(String writer) {
        receive(report(writer));

        assertThat(taken(MailOutcome.BOUNCE)).isOne();
    }

    @ParameterizedTest
    @Tag("D9")
    @CsvSource({
        "Return-Path, <>",
        "Return-Path, <MAILER-DAEMON@mx.example>",
        "Auto-Submitted, auto-generated (failure)",
        "Auto-Submitted, auto-replied",
        "Precedence, bulk",
        "X-MS-Exchange-Message-Is-Ndr, 1"
    })
    void orOneThatAServerHasMarked(String header, String value) {
        receive(report("gateway@mx.example").header(header, value));

        assertThat(taken(MailOutcome.BOUNCE)).isOne();
    }

    @Test
    @Tag("D9")
    void whatReadsLikeAReportOpensATicketAndIsNotAnswered() {
        opened(report("gateway@mx.example"));

        assertThat(sentTo("gateway@mx.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {JANE, "postmaster@customer.example"})
    void aReportThatAPersonForwardsOpensATicketAndIsAnswered(String writer) {
        opened(report(writer).subject("Fwd: Undeliverable"));

        assertThat(sentTo(writer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Auto-Response-Suppress, All, 0",
        "X-Auto-Response-Suppress, 'DR, OOF, AutoReply', 0",
        "X-Auto-Response-Suppress, None, 1",
        "List-Post, <mailto:users@lists.example>, 0",
        "Return-Path, <owner-users@lists.example>, 0",
        "Return-Path, <users-request@lists.example>, 0",
        "Return-Path, <stranger@elsewhere.example>, 1"
    })
    void whoAsksForNoAnswerOpensATicketAndGetsNone(String header, String value, int answers) {
        opened(InboundMail.from(STRANGER).header(header, value));

        assertThat(sentTo(STRANGER)).hasSize(answers);
    }

    @Test
    void anAddressThatNobodyReadsIsNotAnswered() {
        opened(InboundMail.from("Shop-No_Reply@shop.example"));

        assertThat(center.sent()).isEmpty();
    }

    @Test
    void whoAsksForNoAnswerIsHeardAsAnybodyElse() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        receive(InboundMail.from(JANE).replyTo(lastSent()).header("X-Auto-Response-Suppress", "All"));

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    private static InboundMail report(String writer) {
        return InboundMail.from(writer)
                .subject("Undeliverable")
                .header("Content-Type", "multipart/mixed; boundary=b")
                .text("--b\n\nSorry.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; x\n\n" + REPORT
                        + "--b--");
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

        assertThat(sentTo("fbl@isp.example")).isEmpty();
    }

    @ParameterizedTest
    @Tag("D7")
    @CsvSource({"List-Id, <news.example>", "X-Auto-Response-Suppress, All"})
    void aMachineThatOpenedATicketIsNotToldThatItIsClosed(String header, String value) {
        center.admin()
                .changeQueue(
                        center.defaultQueue(),
                        QueueSettings.named("Support").withResolvedResponse(Wording.of("{{number}} is closed")));
        TicketId ticket = opened(InboundMail.from(STRANGER).header(header, value));
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
