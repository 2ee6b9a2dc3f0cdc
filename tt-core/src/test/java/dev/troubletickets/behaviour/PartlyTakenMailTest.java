// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.memory.InMemoryMail.Sent;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.MailTransport.Result;
import dev.troubletickets.spi.mail.MailTransport.Result.Accepted;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.MailroomView.Outgoing;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An answer that the server takes for some recipients now, and for others later (D8), as a greylisting server does. */
@Tag("D8")
class PartlyTakenMailTest extends MailTest {
    private static final EmailAddress REQUESTER = EmailAddress.of(JANE);
    private static final EmailAddress BOSS = EmailAddress.of("boss@jane.example");
    private static final EmailAddress CLERK = EmailAddress.of("clerk@jane.example");
    private static final String GREYLISTED = "450 4.2.0 greylisted";

    private TicketId ticket;

    @BeforeEach
    void aTicketWhoseReceiptIsSent() {
        ticket = center.taken();
        center.run();
        center.mail().forgetSent();
    }

    @Test
    void whoIsDeferredGetsTheSameMailLaterAndWhoHasItDoesNot() {
        answerToThree("Fixed.");
        center.mail().answerNextWith(deferred(BOSS, CLERK), deferred(CLERK));
        rounds(6);

        List<Sent> sent = center.mail().sent();
        assertThat(sent).extracting(Sent::accepted).containsExactly(List.of(REQUESTER), List.of(BOSS), List.of(CLERK));
        assertThat(sent.get(1).envelope().recipients()).containsExactlyInAnyOrder(BOSS, CLERK);
        assertThat(sent.get(2).envelope().recipients()).containsExactly(CLERK);
        assertThat(sent.get(1).bytes()).isEqualTo(sent.get(0).bytes());
        assertThat(sent.get(2).bytes()).isEqualTo(sent.get(0).bytes());
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
        assertThat(events(ticket, DeliveryFailed.class)).isEmpty();
    }

    @Test
    void theMailroomShowsForWhomAMailWaitsAndWhy() {
        answerToThree("Fixed.");
        center.mail().answerNextWith(deferred(BOSS));
        center.run();

        Outgoing waiting = mailroom.state().troubled().get(0);
        assertThat(waiting.recipients()).containsExactly(BOSS);
        assertThat(waiting.delivery().state()).isEqualTo(Delivery.State.QUEUED);
        assertThat(waiting.delivery().reason())
                .hasValueSatisfying(why -> assertThat(why).contains(GREYLISTED));
    }

    @Test
    void whoIsDeferredForADayIsToldToTheTicketAndTheMailroomTriesThemAlone() {
        answerToThree("Fixed.");
        center.mail().answerNextWith(Collections.nCopies(12, deferred(BOSS)).toArray(Result[]::new));
        rounds(30);

        assertThat(events(ticket, DeliveryFailed.class)).singleElement().satisfies(event -> {
            assertThat(event.recipients()).containsExactly(BOSS);
            assertThat(event.reason()).contains(GREYLISTED);
        });
        assertThat(delivery()).isEqualTo(Delivery.State.FAILED);
        assertThat(john.ticket(ticket).header().status())
                .as("the requester has it")
                .isEqualTo(Status.CLOSED);
        center.mail().forgetSent();
        mailroom.retry(mailroom.state().troubled().get(0).mail());
        center.run();
        assertThat(center.mail().sent())
                .singleElement()
                .satisfies(sent -> assertThat(sent.accepted()).containsExactly(BOSS));
        assertThat(delivery()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void ifTheRequesterIsDeferredForADayTheTicketReopens() {
        answerToThree("Fixed.");
        center.mail()
                .answerNextWith(Collections.nCopies(12, deferred(REQUESTER)).toArray(Result[]::new));
        rounds(30);

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().isUnanswered()).isTrue();
    }

    @Test
    void whoIsRefusedForGoodIsToldAtOnceWhileOthersAreTriedAgain() {
        answerToThree("Fixed.");
        center.mail().answerNextWith(new Accepted(Map.of(CLERK, "550 who?"), Map.of(BOSS, GREYLISTED)));
        center.run();
        assertThat(events(ticket, DeliveryFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.recipients()).containsExactly(CLERK));
        rounds(2);

        assertThat(center.mail().sent()).extracting(Sent::accepted).containsExactly(List.of(REQUESTER), List.of(BOSS));
        assertThat(events(ticket, DeliveryFailed.class)).hasSize(1);
    }

    @Test
    void refusedAndDeferredForTheLastTimeAreToldInOne() {
        answerToThree("Fixed.");
        center.mail()
                .answerNextWith(Collections.nCopies(11, deferred(BOSS, CLERK)).toArray(Result[]::new));
        center.mail().answerNextWith(new Accepted(Map.of(CLERK, "550 who?"), Map.of(BOSS, GREYLISTED)));
        rounds(30);

        assertThat(events(ticket, DeliveryFailed.class))
                .singleElement()
                .satisfies(event -> assertThat(event.recipients()).containsExactlyInAnyOrder(BOSS, CLERK));
        assertThat(mailroom.state().troubled().get(0).recipients()).containsExactly(BOSS);
    }

    @Test
    void theNextAnswerWaitsUntilEverybodyHasTheOneBefore() {
        answerToThree("One.");
        answerToThree("Two.");
        center.mail().answerNextWith(deferred(BOSS));
        center.run();
        assertThat(center.mail().sent()).hasSize(1);
        rounds(1);

        assertThat(center.mail().sent())
                .extracting(sent -> Set.copyOf(sent.accepted()))
                .containsExactly(Set.of(REQUESTER, CLERK), Set.of(BOSS), Set.of(REQUESTER, BOSS, CLERK));
    }

    @Test
    void itIsTriedAgainAfterLongerAndLongerPauses() {
        answerToThree("Fixed.");
        center.mail().answerNextWith(deferred(BOSS), deferred(BOSS), deferred(BOSS));
        center.run();
        Duration waited = Duration.ZERO;
        while (center.mail().sent().size() < 4) {
            center.after(Duration.ofSeconds(30));
            center.run();
            waited = waited.plusSeconds(30);
        }
        assertThat(waited).isBetween(Duration.ofMinutes(6), Duration.ofMinutes(10));
    }

    private void answerToThree(String text) {
        john.answer(ticket, Answer.of(text).cc(BOSS.value()).cc(CLERK.value()));
    }

    private static Result deferred(EmailAddress... recipients) {
        return new Accepted(
                Map.of(), List.of(recipients).stream().collect(Collectors.toMap(to -> to, to -> GREYLISTED)));
    }

    private void rounds(int hours) {
        for (int hour = 0; hour <= hours; hour++) {
            center.run();
            center.after(Duration.ofHours(1));
        }
        center.run();
    }

    private Delivery.State delivery() {
        var messages = john.ticket(ticket).messages();
        return messages.get(messages.size() - 1).delivery().orElseThrow().state();
    }
}
