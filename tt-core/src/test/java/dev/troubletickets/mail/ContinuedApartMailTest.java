// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.Reply;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.TicketLink;
import dev.troubletickets.view.TicketLink.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody was taken out of the copies of a continuation, and writes to the old ticket, of which they still got copies (G14). */
@Tag("G14")
class ContinuedApartMailTest extends MailTest {
    private static final String BOSS = "boss@jane.example";

    private TicketId old;
    private TicketId later;
    private ParsedMail answer;

    @BeforeEach
    void theBossIsTakenOutOfTheContinuation() {
        center.settings(s -> s.withReopeningWindow(30));
        old = center.taken();
        john.answer(old, Answer.of("Fixed.").cc(BOSS));
        answer = lastSent();
        center.after(Duration.ofDays(31));
        later = opened(InboundMail.from(JANE).replyTo(answer).text("It is back."));
        john.change(later, Edit.cc());
        center.mail().forgetSent();
    }

    @Test
    void theirMailOpensATicketOfTheirOwn() {
        TicketId own = opened(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));

        assertThat(john.ticket(own).header().requester()).isEqualTo(EmailAddress.of(BOSS));
        assertThat(john.ticket(own).header().account()).isEmpty();
        assertThat(john.ticket(own).cc()).isEmpty();
        assertThat(john.ticket(own).links())
                .containsExactly(new TicketLink(Kind.CONTINUES, old, Optional.of("Mail bounces")));
        assertThat(texts(later)).containsExactly("It is back.");
    }

    @Test
    void theReceiptIsTheirsAlone() {
        opened(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));

        assertThat(sentTo(BOSS)).hasSize(1);
        assertThat(sentTo(JANE)).isEmpty();
    }

    @Test
    void theRequestersWordsStayOutOfTheirSight() {
        TicketId own = opened(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("Our secret."));
        assertThat(jane.reply(old, Reply.of("Another."))).isEqualTo(later);

        assertThat(texts(later)).containsExactly("It is back.", "Our secret.", "Another.");
        assertThat(texts(own)).containsExactly("What about it?");
        john.pickUp(later);
        center.mail().forgetSent();
        john.answer(later, Answer.of("Between us."));
        assertThat(sentTo(BOSS)).isEmpty();
    }

    @Test
    void alsoOnceTheContinuationIsOldItself() {
        john.close(later);
        center.after(Duration.ofDays(31));

        TicketId own = opened(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));
        TicketId newest = opened(InboundMail.from(JANE).replyTo(answer).text("Our secret."));

        assertThat(john.ticket(own).header().requester()).isEqualTo(EmailAddress.of(BOSS));
        assertThat(john.ticket(newest).header().requester()).isEqualTo(EmailAddress.of(JANE));
        assertThat(john.ticket(newest).cc()).isEmpty();
    }

    @Test
    void theirNextMailGoesToTheirOwnTicket() {
        TicketId own = opened(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));

        receivedWithoutTicket(InboundMail.from(BOSS).replyTo(answer).text("Hello?"));

        assertThat(texts(own)).containsExactly("What about it?", "Hello?");
    }

    @Test
    void whoIsStillInTheCopiesFollows() {
        john.change(later, Edit.cc(EmailAddress.of(BOSS)));

        receivedWithoutTicket(InboundMail.from(BOSS).replyTo(answer).text("What about it?"));

        assertThat(texts(later)).containsExactly("It is back.", "What about it?");
    }
}
