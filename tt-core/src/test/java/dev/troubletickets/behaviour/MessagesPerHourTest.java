// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.MailroomView.Kept;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An account writes so many messages in an hour, by whatever way (G13). */
@Tag("G13")
class MessagesPerHourTest extends MailTest {
    private static final NewTicket FORM = NewTicket.of("Mail", "It is down.");

    @Test
    void ticketsAndRepliesOfThePanelAreRefusedAboveTheLimit() {
        limit(3);
        TicketId ticket = jane.open(FORM);
        jane.reply(ticket, Reply.of("One"));
        jane.reply(ticket, Reply.of("Two"));

        Expect.in(center).overLimit("messagesPerHour", () -> jane.reply(ticket, Reply.of("Three")));
        Expect.in(center).overLimit("messagesPerHour", () -> jane.open(FORM));
        assertThatThrownBy(() -> jane.open(FORM)).hasMessage("messagesPerHour exceeded: at most 3");
        mary.open(FORM);
    }

    @Test
    void theHourMovesOnMessageByMessage() {
        limit(2);
        jane.open(FORM);
        center.after(Duration.ofMinutes(40));
        jane.open(FORM);
        center.after(Duration.ofMinutes(21));
        jane.open(FORM);

        Expect.in(center).overLimit("messagesPerHour", () -> jane.open(FORM));
    }

    @Test
    void aRefusedMessageTakesNoRoom() {
        limit(1);
        Expect.in(center).invalid("service", () -> jane.open(FORM.service("mary.example")));
        jane.open(FORM);
    }

    @Test
    void mailsAboveTheLimitAreQuarantinedWithTheReasonAndCanBeReplayed() {
        limit(2);
        jane.open(FORM);
        receive(
                InboundMail.from("jane@home.example").subject("One"),
                InboundMail.from(JANE).subject("Two"));

        assertThat(tickets()).hasSize(2);
        assertThat(mailroom.state().quarantine())
                .extracting(Kept::reason)
                .singleElement()
                .asString()
                .contains("its sender has written 2 messages in the last hour (G13)");
        long kept = mailroom.state().quarantine().get(0).mail();
        mailroom.replay(kept);
        center.run();
        assertThat(mailroom.state().quarantine()).as("still too many").hasSize(1);
        center.after(Duration.ofMinutes(61));
        mailroom.replay(kept);
        center.run();

        assertThat(mailroom.state().quarantine()).isEmpty();
        assertThat(tickets()).hasSize(3);
    }

    @Test
    void aSenderWithoutAnAccountIsCountedByAddress() {
        limit(2);
        TicketId ticket = opened(InboundMail.from(STRANGER));
        receive(InboundMail.from("STRANGER@elsewhere.example").replyTo(lastSent()));
        receive(InboundMail.from(STRANGER).subject("Another"));
        receive(InboundMail.from("somebody@elsewhere.example").subject("Else"));

        assertThat(texts(ticket)).hasSize(2);
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
        assertThat(tickets()).hasSize(2);
    }

    @Test
    void noMailIsLostHoweverManyCome() {
        limit(3);
        receive(IntStream.range(0, 40)
                .mapToObj(i -> InboundMail.from(STRANGER).subject("Bomb " + i))
                .toArray(InboundMail[]::new));

        assertThat(taken(MailOutcome.OPENED)).isEqualTo(3);
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(37);
        assertThat(mailroom.state().waiting()).isZero();
    }

    @Test
    void staffAreExempt() {
        limit(1);
        for (int i = 0; i < 3; i++) {
            TicketId ticket = john.openFor(Cast.JANE.id(), FORM);
            john.pickUp(ticket);
            john.answer(ticket, Answer.of("Done."));
        }
        for (int i = 0; i < 3; i++) {
            opened(InboundMail.from("john@example.com").subject("From my own desk " + i));
        }

        jane.open(FORM);
        assertThat(mailroom.state().quarantine()).isEmpty();
    }

    @Test
    void aResellerWritesOnTheirCustomersAccount() {
        limit(2);
        TicketId ticket = center.rita().openFor(Cast.BOB.id(), FORM);
        center.rita().reply(ticket, Reply.of("One"));

        Expect.in(center).overLimit("messagesPerHour", () -> center.bob().reply(ticket, Reply.of("Two")));
        Expect.in(center).overLimit("messagesPerHour", () -> center.rita().openFor(Cast.BOB.id(), FORM));
    }

    @Test
    void machinesRepliesThatBelongNowhereTakeNoRoom() {
        limit(1);
        for (int i = 0; i < 3; i++) {
            receive(InboundMail.from(STRANGER).subject("Away " + i).header("Auto-Submitted", "auto-replied"));
        }

        opened(InboundMail.from(STRANGER));
        assertThat(taken(MailOutcome.AUTOMATIC)).isEqualTo(3);
    }

    @Test
    void withoutALimitNothingIsCounted() {
        for (int i = 0; i < 30; i++) {
            jane.open(FORM);
        }
        limit(1);
        jane.open(FORM);

        assertThatThrownBy(() -> center.settings(s -> s.withMessagesPerHour(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> center.settings(s -> s.withMessagesPerHour(10_001)))
                .isInstanceOf(IllegalArgumentException.class);
        center.settings(Settings::withoutMessagesPerHour);
        jane.open(FORM);
    }

    @Test
    void nodesThatAreAskedAtOnceTakeNoMoreThanTheLimit() throws Exception {
        limit(4);
        TestCenter other = center.anotherNode();
        List<Callable<Integer>> calls = IntStream.range(0, 12)
                .<Callable<Integer>>mapToObj(i -> () -> open(i % 2 == 0 ? center : other))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        int opened = 0;
        try {
            for (Future<Integer> call : threads.invokeAll(calls)) {
                opened += call.get();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(opened).isEqualTo(4);
        assertThat(tickets()).hasSize(4);
    }

    private static int open(TestCenter node) {
        try {
            node.jane().open(FORM);
            return 1;
        } catch (OverLimit e) {
            return 0;
        }
    }

    private void limit(int most) {
        center.settings(s -> s.withMessagesPerHour(most));
    }
}
