// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.event.TicketEvent.DeliveryUncertain;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result.Accepted;
import dev.troubletickets.spi.mail.MailTransport.Result.Deferred;
import dev.troubletickets.spi.mail.MailTransport.Result.Rejected;
import dev.troubletickets.spi.mail.MailTransport.Result.Uncertain;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An answer on its way to a server that does not simply take it. */
@Tag("D8")
class OutboxTest extends MailTest {
    private static final Deferred LATER = new Deferred("450 try later");

    private TicketId ticket;

    @BeforeEach
    void aTicketWhoseReceiptIsSent() {
        ticket = center.taken();
        center.run();
        center.mail().forgetSent();
    }

    @Test
    void answersOfOneTicketLeaveInTheirOrder() {
        for (String text : new String[] {"One.", "Two.", "Three."}) {
            john.answer(ticket, Answer.of(text).keepOpen());
        }
        center.mail().answerNextWith(LATER);
        center.run();
        assertThat(center.mail().sent()).as("the later ones wait for the first").isEmpty();
        center.after(Duration.ofMinutes(2));

        assertThat(center.sent())
                .extracting(mail -> mail.text().lines().skip(2).findFirst().orElse(""))
                .containsExactly("One.", "Two.", "Three.");
    }

    @Test
    void anotherTicketsMailDoesNotWait() {
        center.mail().answerNextWith(LATER);
        john.answer(ticket, Answer.of("One."));
        TicketId other = center.taken();
        center.mail().answerNextWith();
        john.answer(other, Answer.of("Other."));

        assertThat(center.sent()).anyMatch(mail -> mail.text().contains("Other."));
    }

    @Test
    void whatTheServerDefersIsTriedAgainAfterLongerAndLongerPausesAndArrivesOnce() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(LATER, LATER, LATER);
        center.run();
        assertThat(troubled().delivery())
                .isEqualTo(new Delivery(Delivery.State.QUEUED, java.util.Optional.of("450 try later")));
        Instant start = clock.instant();
        while (center.mail().sent().isEmpty()) {
            center.after(Duration.ofSeconds(10));
            center.run();
        }

        assertThat(Duration.between(start, clock.instant())).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(10));
        center.after(Duration.ofDays(1));
        assertThat(center.sent()).hasSize(1);
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void whatTheServerDefersForADayIsGivenUpAndTheTicketReopens() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(Collections.nCopies(40, LATER).toArray(Deferred[]::new));
        for (int hour = 0; hour < 30; hour++) {
            center.run();
            center.after(Duration.ofHours(1));
        }

        failed("450 try later");
    }

    @Test
    void whatTheServerRejectsFailsAtOnceAndTheTicketReopens() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(new Rejected("550 no such user"));
        center.run();

        failed("550 no such user");
        center.after(Duration.ofDays(1));
        assertThat(center.sent()).as("it is not tried again").isEmpty();
    }

    @Test
    void aCopyThatIsRefusedIsToldAndReopensNothing() {
        john.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example"));
        center.mail().answerNextWith(new Accepted(Map.of(EmailAddress.of("boss@jane.example"), "550 who?"), Map.of()));
        center.run();

        assertThat(events(ticket, DeliveryFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.recipients()).containsExactly(EmailAddress.of("boss@jane.example"));
            assertThat(event.reason()).contains("550 who?");
        });
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void anAnswerThatOnlyItsCopiesReachReopensTheTicket() {
        john.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example"));
        center.mail().answerNextWith(new Accepted(Map.of(EmailAddress.of(JANE), "550 who?"), Map.of()));
        center.run();

        assertThat(events(ticket, DeliveryFailed.class)).hasSize(1);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void anAnswerOfWhichItIsUncertainWhetherItArrivedIsSentOnceMoreTheSame() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(new Uncertain("time-out"));
        center.run();
        center.after(Duration.ofMinutes(2));
        center.run();
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(center.mail().sent()).hasSize(2);
        assertThat(center.mail().sent().get(1).bytes())
                .isEqualTo(center.mail().sent().get(0).bytes());
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
        assertThat(events(ticket, DeliveryUncertain.class)).isEmpty();
    }

    @Test
    void anAnswerThatStaysUncertainIsSaidToBeSoAndNotSentAThirdTime() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(new Uncertain("time-out"), new Uncertain("time-out"));
        for (int hour = 0; hour < 24; hour++) {
            center.run();
            center.after(Duration.ofHours(1));
        }

        assertThat(center.mail().sent()).hasSize(2);
        assertThat(delivery()).isEqualTo(Delivery.State.UNCERTAIN);
        assertThat(events(ticket, DeliveryUncertain.class)).hasSize(1);
        assertThat(john.ticket(ticket).header().status())
                .as("it may well have arrived")
                .isEqualTo(Status.CLOSED);
    }

    @Test
    void anAutomaticMailOfWhichItIsUncertainIsNotSentAgain() {
        center.mail().answerNextWith(new Uncertain("time-out"));
        TicketId other = opened(InboundMail.from(MARY));
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(center.mail().sent()).hasSize(1);
        assertThat(troubled().delivery().state()).isEqualTo(Delivery.State.UNCERTAIN);
        assertThat(events(other, DeliveryUncertain.class)).hasSize(1);
    }

    @Test
    void theMailroomSendsAFailedMailOnceMore() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(new Rejected("550 no such user"));
        center.run();
        mailroom.retry(troubled().mail());

        assertThat(center.sent()).hasSize(1);
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
        assertThat(mailroom.state().troubled()).isEmpty();
    }

    @Test
    void aRefusedReceiptIsToldAndReopensNothing() {
        center.mail().answerNextWith(new Rejected("550 no such user"));
        TicketId other = opened(InboundMail.from(MARY));

        assertThat(events(other, DeliveryFailed.class)).hasSize(1);
        assertThat(john.ticket(other).header().status()).isEqualTo(Status.NEW);
    }

    @Test
    void aMailOfADeletedTicketFailsWithoutHarm() {
        john.answer(ticket, Answer.of("Fixed."));
        center.mail().answerNextWith(new Rejected("550 no such user"));
        anna.delete(ticket);

        assertThat(center.run().failures()).isZero();
    }

    private void failed(String reason) {
        assertThat(delivery()).isEqualTo(Delivery.State.FAILED);
        assertThat(troubled().delivery().reason()).hasValue(reason);
        assertThat(events(ticket, DeliveryFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.reason()).contains(reason);
            assertThat(event.recipients()).containsExactly(EmailAddress.of(JANE));
        });
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().isUnanswered()).isTrue();
    }

    private Outgoing troubled() {
        return mailroom.state().troubled().get(0);
    }

    private Delivery.State delivery() {
        var messages = john.ticket(ticket).messages();
        return messages.get(messages.size() - 1).delivery().orElseThrow().state();
    }
}
