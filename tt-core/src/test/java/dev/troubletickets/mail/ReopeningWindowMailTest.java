// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail about a ticket that was settled too long ago opens a new, linked one (G14). */
@Tag("G14")
class ReopeningWindowMailTest extends MailTest {
    private TicketId old;
    private ParsedMail answer;

    @BeforeEach
    void answerLongAgo() {
        center.settings(s -> s.withReopeningWindow(30));
        old = center.taken();
        john.answer(old, Answer.of("Fixed.").cc("boss@jane.example"));
        answer = lastSent();
        center.after(Duration.ofDays(31));
        center.mail().forgetSent();
    }

    @Test
    void aCustomersMailOpensATicketThatContinuesTheOldOne() {
        TicketId later = opened(InboundMail.from(JANE).replyTo(answer).text("It is back."));

        StaffTicketView view = john.ticket(later);
        assertThat(texts(later)).containsExactly("It is back.");
        assertThat(view.header().channel()).isEqualTo(Channel.MAIL);
        assertThat(view.links()).containsExactly(new TicketLink(Kind.CONTINUES, old, Optional.of("Mail bounces")));
        assertThat(john.ticket(old).header().status()).isEqualTo(Status.CLOSED);
        assertThat(taken(MailOutcome.OPENED)).isEqualTo(1);
    }

    @Test
    void soDoesTheMailOfSomeoneInCcAndTheTicketStaysTheRequesters() {
        TicketId later =
                opened(InboundMail.from("boss@jane.example").replyTo(answer).text("Still broken."));

        assertThat(john.ticket(later).header().requester()).isEqualTo(EmailAddress.of(JANE));
        assertThat(john.ticket(later).messages().get(0).from()).contains(EmailAddress.of("boss@jane.example"));
        receivedWithoutTicket(
                InboundMail.from("boss@jane.example").replyTo(answer).text("Hello?"));
        assertThat(texts(later)).containsExactly("Still broken.", "Hello?");
    }

    @Test
    void theNextMailInTheOldThreadBelongsToTheNewTicket() {
        TicketId later = opened(InboundMail.from(JANE).replyTo(answer).text("It is back."));

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("And again."));

        assertThat(texts(later)).containsExactly("It is back.", "And again.");
        assertThat(texts(old)).hasSize(2);
    }

    @Test
    void theSenderGetsTheNewNumberInAReceipt() {
        TicketId later = opened(InboundMail.from(JANE).replyTo(answer).text("It is back."));

        assertThat(sentTo(JANE)).hasSize(1).allMatch(mail -> mail.subject().startsWith("[" + later + "]"));
    }

    @Test
    void aMachinesMailIsKeptWithTheOldTicketAndOpensNone() {
        for (Machine machine : List.of(Machine.PRECEDENCE_AUTO_REPLY, Machine.MONITOR, Machine.LIST, Machine.BULK)) {
            receivedWithoutTicket(
                    machine.marks(InboundMail.from(JANE).replyTo(answer).text(machine.name())));
        }

        assertThat(texts(old)).hasSize(6);
        assertThat(john.ticket(old).header().status()).isEqualTo(Status.CLOSED);
        assertThat(john.ticket(old).links()).isEmpty();
    }

    @Test
    void whoTakesNoPartOpensATicketOfTheirOwnThatNamesTheOldOne() {
        TicketId strangers = opened(InboundMail.from(STRANGER).replyTo(answer));

        assertThat(john.ticket(strangers).links())
                .containsExactly(new TicketLink(Kind.CLAIMS, old, Optional.of("Mail bounces")));
        assertThat(john.ticket(old).links()).isEmpty();
        assertThat(john.ticket(strangers).header().requester()).isEqualTo(EmailAddress.of(STRANGER));
    }
}
