// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.passage.Passage.Kind;
import dev.troubletickets.passage.Passage.Rule;
import dev.troubletickets.people.Notice;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem.Message;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pages show what a mail says anew, and have the rest at hand (D10). */
class QuotedHistoryTest extends MailTest {
    private static final String ANSWER =
            "The mailbox was full, so we have made it larger for you.\nPlease try again and tell us whether it works.";
    private static final String HISTORY = "\n\nXx 2. Mrz Support abc\n\n" + ANSWER.replace('\n', ' ') + "\n";

    /** A ticket that was opened by mail, answered, and answered by mail. */
    private TicketId conversation(String reply) {
        TicketId ticket = opened(InboundMail.from(JANE));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of(ANSWER).keepOpen());
        center.run();
        ParsedMail mail = sentTo(JANE).get(sentTo(JANE).size() - 1);
        center.after(Duration.ofHours(1));
        receive(InboundMail.from(JANE).replyTo(mail).text(reply));
        return ticket;
    }

    private static Message last(List<Message> messages) {
        return messages.get(messages.size() - 1);
    }

    @Test
    @Tag("D10")
    void bothPagesShowTheNewsAndKeepTheWhole() {
        String reply = "It works!\n\n"
                + "On 2 March 2026 at 10:00, Support <support@example.com> wrote:\n"
                + "> The mailbox was full.\n";
        TicketId ticket = conversation(reply);

        Message johns = last(john.ticket(ticket).messages());
        Message janes = last(jane.ticket(ticket).messages());
        assertThat(johns.visibleText()).isEqualTo("It works!");
        assertThat(johns.text().strip()).isEqualTo(reply.strip());
        assertThat(johns.passages().text()).isEqualTo(johns.text());
        assertThat(janes.passages()).isEqualTo(johns.passages());
        assertThat(johns.passages().hidesAnything()).isTrue();
    }

    @Test
    @Tag("D10")
    void ourAnswerIsKnownAgainWithoutAnyMark() {
        Message reply = last(john.ticket(conversation("It works!" + HISTORY)).messages());

        assertThat(reply.visibleText()).isEqualTo("It works!\n\nXx 2. Mrz Support abc");
        assertThat(reply.passages().all()).anyMatch(passage -> passage.rule() == Rule.OWN_WORDS);
    }

    @Test
    @Tag("D6")
    @Tag("D10")
    void aTechniciansMailIsNotReadByItsOwnWords() {
        String answer = "It is mended, and the mails that were held back will come in within an hour.";
        center.admin().give(Cast.JOHN, Permission.ANSWER_BY_MAIL);
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.values()));
        center.after(Duration.ofSeconds(10));
        TicketId ticket = opened(InboundMail.from(JANE));
        ParsedMail notice = sentTo("john@example.com").get(0);
        receive(InboundMail.from("john@example.com").replyTo(notice).text(answer));

        assertThat(List.of(
                        last(john.ticket(ticket).messages()),
                        last(jane.ticket(ticket).messages())))
                .allSatisfy(message -> assertThat(message.visibleText()).isEqualTo(answer))
                .allSatisfy(message ->
                        assertThat(message.passages().all()).allMatch(passage -> passage.kind() == Kind.NEW));
    }

    @Test
    @Tag("D10")
    @Tag("A9")
    void aNoteIsNothingThatWasSent() {
        TicketId ticket = opened(InboundMail.from(JANE));
        john.note(ticket, ANSWER);
        receive(InboundMail.from(JANE).replyTo(sentTo(JANE).get(0)).text("It works!" + HISTORY));

        assertThat(last(jane.ticket(ticket).messages()).passages().hidesAnything())
                .isFalse();
        assertThat(last(jane.ticket(ticket).messages()).passages())
                .isEqualTo(last(john.ticket(ticket).messages()).passages());
    }

    @Test
    @Tag("D10")
    void whatIsWrittenInThePanelIsAllNews() {
        TicketId ticket = center.taken();
        jane.reply(ticket, Reply.of("See:\n> quoted\n-- \nJane"));
        john.answer(ticket, Answer.of("> quoted\nYes.").note("> noted"));

        assertThat(john.ticket(ticket).messages())
                .allSatisfy(message -> assertThat(message.visibleText()).isEqualTo(message.text()))
                .allSatisfy(message ->
                        assertThat(message.passages().all()).allMatch(passage -> passage.kind() == Kind.NEW));
    }

    @Test
    @Tag("D10")
    void aMailThatIsPassedOnToOpenATicketIsAllNews() {
        String text = "Is it yours?\n\nFrom: a@x.example\nSent: 3 May 2026\nTo: b@y.example\nSubject: Hi\n\nPay now!";
        TicketId passedOn = opened(InboundMail.from(JANE).subject("Fwd: Hi").text(text));
        TicketId written = opened(InboundMail.from(MARY).subject("Hi").text(text));

        assertThat(john.ticket(passedOn).messages().get(0).visibleText()).contains("Pay now!");
        assertThat(john.ticket(written).messages().get(0).visibleText()).isEqualTo("Is it yours?");
    }

    @Test
    @Tag("D10")
    @Tag("A8")
    void aQuoteOfAMessageHasAllOfIt() {
        TicketId ticket = conversation("It works!\n\n> The mailbox was full.");

        assertThat(john.quote(last(john.ticket(ticket).messages()).id())).contains("> > The mailbox was full.");
    }
}
