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
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 4: whoever writes, a ticket's requester and account stay who they were. */
@Tag("D3")
class OwnerSwappedByReplyTest extends MailTest {
    private TicketId ticket;
    private ParsedMail answer;
    private TicketData.Header before;

    @BeforeEach
    void anAnsweredTicket() {
        ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example").keepOpen());
        answer = lastSent();
        before = center.kept(ticket).header();
    }

    @Test
    void anUnknownSenderOpensATicketOfTheirOwnAndTheKnownOneStaysAsItWas() {
        TicketData kept = center.kept(ticket);
        TicketId other = opened(InboundMail.from(STRANGER).replyTo(answer));

        assertThat(center.kept(ticket)).isEqualTo(kept);
        Expect.in(center).notFound("ticket", () -> jane.ticket(other));
        assertThat(center.kept(other).header().account()).isNull();
    }

    @Test
    void aColleagueInCcDoesNotBecomeTheRequester() {
        receivedWithoutTicket(
                InboundMail.from("Boss <boss@jane.example>").replyTo(answer).text("Thanks."));

        assertThat(center.kept(ticket).header()).isEqualTo(before);
        john.answer(ticket, Answer.of("You are welcome."));
        assertThat(lastSent().header("To")).hasValue(JANE);
    }

    @Test
    void anotherAddressOfTheAccountDoesNotBecomeTheRequester() {
        receivedWithoutTicket(InboundMail.from("jane@home.example").replyTo(answer));

        assertThat(center.kept(ticket).header()).isEqualTo(before);
    }

    @Test
    void anotherCustomerIsAStrangerToTheTicket() {
        TicketId other = opened(InboundMail.from(MARY).replyTo(answer));

        assertThat(center.kept(ticket).header()).isEqualTo(before);
        assertThat(mary.ticket(other).messages()).hasSize(1);
        Expect.in(center).notFound("ticket", () -> mary.ticket(ticket));
    }

    @Test
    void anAddressThatLooksAlikeIsAStranger() {
        for (String alike :
                new String[] {"jan\u0435@jane.example", "jane@jane.example.example", "jane.@jane.example"}) {
            TicketId other = opened(InboundMail.from(alike).replyTo(answer).text(alike));
            assertThat(center.kept(other).header().requester()).isEqualTo(EmailAddress.of(alike));
            assertThat(center.kept(other).header().account()).isNull();
        }
    }
}
