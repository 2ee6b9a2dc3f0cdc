// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D9")
class BounceTest extends MailTest {
    private TicketId ticket;
    private ParsedMail answer;

    @BeforeEach
    void anAnswerWithACopy() {
        ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example"));
        answer = lastSent();
    }

    @Test
    void anAnswerThatComesBackReopensItsTicketAndSaysWhy() {
        bounce(JANE, "failed", answer.messageId().orElseThrow());

        assertThat(events(ticket, DeliveryFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.recipients()).containsExactly(EmailAddress.of(JANE));
            assertThat(event.reason()).contains("came back");
        });
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().isUnanswered()).isTrue();
        assertThat(taken(MailOutcome.BOUNCE)).isOne();
    }

    @Test
    void itDoesSoToAnArchivedTicketToo() {
        jane.ticket(ticket);
        jane.archive(ticket);
        bounce(JANE, "failed", answer.messageId().orElseThrow());

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aCopyThatComesBackIsToldAndReopensNothing() {
        bounce("boss@jane.example", "failed", answer.messageId().orElseThrow());

        assertThat(events(ticket, DeliveryFailed.class)).hasSize(1);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aDelayIsNoFailure() {
        bounce(JANE, "delayed", answer.messageId().orElseThrow());

        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aBouncedReceiptIsToldAndReopensNothing() {
        TicketId other = opened(InboundMail.from(MARY));
        john.pickUp(other);
        john.close(other);
        bounce(MARY, "failed", sentTo(MARY).get(0).messageId().orElseThrow());

        assertThat(events(other, DeliveryFailed.class)).hasSize(1);
        assertThat(john.ticket(other).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aBounceOfAMailWeNeverSentTellsNobodyAndOpensNothing() {
        bounce(JANE, "failed", "<spam@example.com>");

        assertThat(taken(MailOutcome.BOUNCE)).isOne();
        assertThat(tickets()).hasSize(1);
        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
    }

    @Test
    void aForgedBounceThatKnowsTheNumberAloneTellsNobody() {
        receive(InboundMail.from("MAILER-DAEMON@evil.example")
                .subject("[" + ticket + "] Mail bounces")
                .header("X-Failed-Recipients", JANE)
                .references("<tt." + ticket.value() + ".root.aaaaaaaaaaaaaaaaaaaaaaaaaaaa@example.com>"));

        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }

    @Test
    void aBounceThatNamesTheRecipientInAHeaderAloneIsUnderstood() {
        receive(InboundMail.from("Mailer-Daemon@mx.example")
                .subject("Mail delivery failed: returning message to sender")
                .header("X-Failed-Recipients", JANE)
                .references(answer.messageId().orElseThrow()));

        assertThat(events(ticket, DeliveryFailed.class)).hasSize(1);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void aBounceIsNeverAnsweredAndNeverShownToTheCustomer() {
        int sent = center.mail().sent().size();
        int messages = jane.ticket(ticket).messages().size();
        bounce(JANE, "failed", answer.messageId().orElseThrow());

        assertThat(center.sent()).hasSize(sent);
        assertThat(jane.ticket(ticket).messages()).hasSize(messages);
    }

    @Test
    void aBounceForADeletedTicketIsKeptAndNoMore() {
        anna.delete(ticket);
        bounce(JANE, "failed", answer.messageId().orElseThrow());

        assertThat(taken(MailOutcome.BOUNCE)).isOne();
        assertThat(center.center().mailroom(Cast.ANNA).state().quarantine()).isEmpty();
    }

    private void bounce(String recipient, String action, String originalId) {
        center.mail().deliver(new DeliveryReport(originalId, recipient, action, "5.1.1").bytes());
        center.run();
    }
}
