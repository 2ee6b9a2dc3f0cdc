// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Split;
import dev.troubletickets.command.Split.Part;
import dev.troubletickets.event.TicketEvent.DeliveryFailed;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.SplitReport;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A mail goes to where the message is read that it answers, whatever ticket its tag and its token name (A4, D3). */
@Tag("A4")
@Tag("D3")
class SplitMailTest extends MailTest {
    private TicketId source;
    private ParsedMail first;
    private ParsedMail second;
    private SplitReport report;
    private TicketId part;

    /** Two answers; the second went to a part, with the question it answers. */
    @BeforeEach
    void answeredTwice() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        center.admin().give(Cast.JOHN, Permission.SPLIT);
        source = opened(InboundMail.from(JANE)
                .subject("Mail bounces")
                .text("All my mail bounces.")
                .id("<1@jane.example>"));
        john.pickUp(source);
        first = answered("Mail is fixed.");
        receive(InboundMail.from(JANE).replyTo(first).text("My site is down.").id("<2@jane.example>"));
        second = answered("The site is up.");
        report = john.linking()
                .split(
                        source,
                        Split.into(Part.of(
                                "Site is down",
                                MessageId.publicMessage(source, 3),
                                MessageId.publicMessage(source, 4))));
        part = report.tickets().get(0);
    }

    private ParsedMail answered(String text) {
        center.after(Duration.ofMinutes(1));
        center.sent();
        center.mail().forgetSent();
        john.answer(source, Answer.of(text).keepOpen());
        center.after(Duration.ofMinutes(1));
        return lastSent();
    }

    @Test
    void aReplyToAMessageThatWasSplitOffGoesThere() {
        receivedWithoutTicket(InboundMail.from(JANE).replyTo(second).text("Not for me."));

        assertThat(texts(part)).containsExactly("My site is down.", "The site is up.", "Not for me.");
        assertThat(texts(source)).containsExactly("All my mail bounces.", "Mail is fixed.");
        assertThat(second.subject()).as("though its tag names the other").contains("[" + source + "]");
    }

    @Test
    void aReplyToAMessageThatStayedStays() {
        receivedWithoutTicket(InboundMail.from(JANE).replyTo(first).text("It bounces again."));

        assertThat(texts(source)).endsWith("It bounces again.");
        assertThat(texts(part)).hasSize(2);
    }

    @Test
    void theNearestMessageItRefersToDecides() {
        String moved = second.messageId().orElseThrow();
        String stayed = first.messageId().orElseThrow();

        receivedWithoutTicket(InboundMail.from(JANE).references(stayed, moved).text("To the second."));
        receivedWithoutTicket(InboundMail.from(JANE).references(moved, stayed).text("To the first."));

        assertThat(texts(part)).endsWith("To the second.");
        assertThat(texts(source)).endsWith("To the first.");
    }

    @Test
    void aReplyToOnesOwnMailThatWasSplitOffGoesThere() {
        receivedWithoutTicket(InboundMail.from("jane@home.example")
                .references("<2@jane.example>")
                .text("Still."));
        receivedWithoutTicket(InboundMail.from("jane@home.example")
                .references("<1@jane.example>")
                .text("Bounces."));

        assertThat(texts(part)).endsWith("Still.");
        assertThat(texts(source)).endsWith("Bounces.");
    }

    @Test
    void theTagAloneNamesTheTicket() {
        receivedWithoutTicket(InboundMail.from(JANE)
                .subject("Re: [" + source + "] Mail bounces")
                .text("Hello?"));

        assertThat(texts(source)).endsWith("Hello?");
    }

    @Test
    void anAnswerFromThePartContinuesItsThreadAndRepliesComeToIt() {
        center.mail().forgetSent();
        john.answer(part, Answer.of("Try again.").keepOpen());
        ParsedMail answer = lastSent();

        assertThat(answer.references())
                .contains(second.messageId().orElseThrow(), "<2@jane.example>")
                .doesNotContain(first.messageId().orElseThrow(), "<1@jane.example>");
        assertThat(answer.subject()).isEqualTo("[" + part + "] Site is down");
        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("It works."));
        assertThat(texts(part)).endsWith("It works.");
    }

    @Test
    void whoTakesNoPartGetsNoFurtherByIt() {
        TicketId other = opened(InboundMail.from(MARY).replyTo(second).text("Let me in."));

        assertThat(other).isNotEqualTo(part).isNotEqualTo(source);
        assertThat(texts(part)).hasSize(2);
        assertThat(texts(source)).hasSize(2);
    }

    /** A Message-ID is the stranger's own choice, and moves nothing. */
    @Test
    void aMailUnderAnothersMessageIdLeadsNobodyElsewhere() {
        TicketId marys = opened(
                InboundMail.from(MARY).id("<2@jane.example>").subject("Trap").text("Trap."));

        receivedWithoutTicket(
                InboundMail.from(JANE).references("<2@jane.example>").text("Still."));

        assertThat(texts(part)).endsWith("Still.");
        assertThat(texts(marys)).containsExactly("Trap.");
    }

    @Test
    @Tag("G2")
    void undoneRepliesGoToTheTicketAgain() {
        john.linking().undo(report.operation());

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(second).text("Not for me."));

        assertThat(texts(source)).hasSize(5).endsWith("Not for me.");
    }

    @Test
    @Tag("G2")
    void mailsOfAPartThatWentBackLeadToTheTicket() {
        center.mail().forgetSent();
        receivedWithoutTicket(InboundMail.from(JANE)
                .subject("Re: [" + part + "] Site is down")
                .text("Hello?"));
        john.linking().undo(report.operation());
        assertThat(texts(part)).containsExactly("Hello?");
        TicketId other = john.linking()
                .split(source, Split.into(Part.of("Site", MessageId.publicMessage(source, 3))))
                .tickets()
                .get(0);
        john.linking().undo(john.ticket(source).operations().get(0).id());

        receivedWithoutTicket(
                InboundMail.from(JANE).subject("Re: [" + other + "] Site").text("Hello again?"));

        assertThat(texts(source)).endsWith("Hello again?");
    }

    @Test
    @Tag("A11")
    void whereTheTicketWasDeletedRepliesStillComeToThePart() {
        center.after(Duration.ofMinutes(30));
        anna.delete(source);

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(second).text("Not for me."));

        assertThat(texts(part)).endsWith("Not for me.");
    }

    @Test
    @Tag("D9")
    void thePartIsToldThatItsAnswerDidNotArrive() {
        String original = second.messageId().orElseThrow();

        receivedWithoutTicket(InboundMail.from("Mailer-Daemon@mx.example")
                .subject("Mail delivery failed: returning message to sender")
                .header("X-Failed-Recipients", JANE)
                .references(original));

        assertThat(events(part, DeliveryFailed.class)).hasSize(1);
        assertThat(events(source, DeliveryFailed.class)).isEmpty();
        assertThat(center.kept(part).state().isUnanswered()).isTrue();
        assertThat(center.kept(source).state().isUnanswered()).isFalse();
    }
}
