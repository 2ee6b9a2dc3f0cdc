// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 2: a mail's Cc grants nothing; who gets copies is changed through an authorised call alone. */
@Tag("D3")
class TakeOverByNumberAndCcTest extends MailTest {
    private static final String EVE = "eve@evil.example";

    @Test
    void theCcOfAMailThatOpensATicketReadsNothing() {
        TicketId ticket = opened(InboundMail.from(JANE).header("Cc", EVE));

        staysAmongThem(ticket);
    }

    @Test
    void theCcOfAFollowUpReadsNothing() {
        TicketId ticket = opened(InboundMail.from(JANE));
        ParsedMail receipt = lastSent();
        receivedWithoutTicket(
                InboundMail.from(JANE).replyTo(receipt).header("Cc", EVE).text("With Eve."));

        staysAmongThem(ticket);
    }

    @Test
    void theNumberAndACcOfASupportAddressReadNothing() {
        TicketId ticket = opened(InboundMail.from(JANE));
        opened(InboundMail.from(EVE)
                .to("someone@evil.example")
                .subject("[" + ticket + "] Mail bounces")
                .header("Cc", "support@example.com, " + JANE));

        staysAmongThem(ticket);
    }

    @Test
    void aReplyToAddressIsNotTheSender() {
        TicketId ticket = opened(InboundMail.from(EVE).header("Reply-To", JANE).header("Sender", JANE));

        assertThat(center.kept(ticket).header().requester()).isEqualTo(EmailAddress.of(EVE));
        assertThat(center.kept(ticket).header().account()).isNull();
        Expect.in(center).notFound("ticket", () -> jane.ticket(ticket));
    }

    @Test
    void aForgedSenderBringsTheOwnerNothingOfTheForgersAndTheForgerNothingOfTheOwners() {
        TicketId ticket = opened(InboundMail.from(JANE).header("Reply-To", EVE).header("Return-Path", "<" + EVE + ">"));

        staysAmongThem(ticket);
    }

    /** Eve writes to the ticket in vain, and gets none of its answers. */
    private void staysAmongThem(TicketId ticket) {
        int before = texts(ticket).size();
        center.mail().forgetSent();
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("The password is in your panel.").keepOpen());
        ParsedMail answer = lastSent();
        assertThat(center.mail().sent())
                .allSatisfy(sent -> assertThat(sent.envelope().recipients()).isEqualTo(List.of(EmailAddress.of(JANE))));
        assertThat(answer.header("Cc")).isEmpty();

        opened(InboundMail.from(EVE).replyTo(answer).subject("Let me in").header("Cc", JANE));
        assertThat(texts(ticket)).hasSize(before + 1);
        assertThat(anna.ticket(ticket).cc()).isEmpty();
        center.mail().forgetSent();
        john.answer(ticket, Answer.of("And once more."));
        assertThat(sentTo(EVE)).isEmpty();
    }
}
