// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Reply;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.TestScanner;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Notice;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.MailOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Technicians answer by mail. */
@Tag("D6")
class StaffMailTest extends MailTest {
    private static final String JOHNS = "john@example.com";

    private TicketId ticket;

    @BeforeEach
    void johnIsToldOfATicket() {
        center.admin().give(Cast.JOHN, Permission.ANSWER_BY_MAIL);
        john.saveProfile(Cast.JOHNS_PROFILE.withNotices(Notice.values()));
        kate.saveProfile(Cast.KATES_PROFILE.withNotices(Notice.values()));
        center.after(Duration.ofSeconds(10));
        ticket = opened(InboundMail.from(JANE).subject("Mail bounces").text("Since this morning."));
    }

    @Test
    void aReplyToTheNoticeIsTheTechniciansAnswer() {
        receive(replyTo(notice(JOHNS)).text("Fixed."));

        assertThat(anna.ticket(ticket).messages()).last().satisfies(answer -> {
            assertThat(answer.text()).isEqualTo("Fixed.");
            assertThat(answer.author()).contains(new Actor.Staff(Cast.JOHN));
            assertThat(answer.authorName()).isEqualTo("John Woods");
            assertThat(answer.channel()).isEqualTo(Channel.MAIL);
        });
        assertThat(center.kept(ticket).state().isAssignedTo(Cast.JOHN)).isTrue();
        assertThat(sentTo(JANE))
                .last()
                .satisfies(mail ->
                        assertThat(mail.text()).startsWith("Assigned to: John Woods (network engineer)\n\nFixed."));
        assertThat(events(ticket)).anyMatch(TicketEvent.TicketAnswered.class::isInstance);
        assertThat(tickets()).hasSize(1);
    }

    @Test
    @Tag("D10")
    void theQuotedNoticeAndTheTechniciansSignatureAreNoPartOfIt() {
        receive(replyTo(notice(JOHNS)).text("Fixed.\n\n-- \nJohn, on the move\n+1 555 010 0199\n\n" + quoted(JOHNS)));

        assertThat(texts(ticket)).containsExactly("Since this morning.", "Fixed.");
        assertThat(sentTo(JANE))
                .last()
                .satisfies(mail -> assertThat(mail.text()).doesNotContain("on the move", "A new ticket", "wrote:"));
        assertThat(original(ticket)).contains("Fixed.", "on the move", "A new ticket");
    }

    @Test
    @Tag("D10")
    void theCustomersWordsAreKnownAgainWhateverStandsAroundThem() {
        String words = "Since this morning all the mail that is sent to my address comes back to whoever sent it.";
        TicketId other = opened(InboundMail.from(MARY).subject("All bounces").text(words));
        receive(replyTo(notice(JOHNS)).text("Fixed.\n\nXx Yy\n\n" + words + "\n"));

        assertThat(texts(other)).last().isEqualTo("Fixed.\n\nXx Yy");
    }

    @Test
    @Tag("D10")
    void answersBetweenQuotesKeepWhatTheyAnswer() {
        String text = "Hello,\n\n> Does it work?\n\nYes.\n\n> Since when?\n\nToday.\n\n-- \nJohn\n";
        receive(replyTo(notice(JOHNS)).text(text + "\n" + quoted(JOHNS)));
        assertThat(texts(ticket)).last().isEqualTo("Hello,\n\n> Does it work?\n\nYes.\n\n> Since when?\n\nToday.");

        receive(replyTo(notice(JOHNS)).text("> Does it work?\nYes.\n> Since when?\nToday.\n> Bye\n"));
        assertThat(texts(ticket)).last().isEqualTo("> Does it work?\nYes.\n> Since when?\nToday.");

        receive(replyTo(notice(JOHNS)).text("See below.\n\nSent from my iPhone\n\n> Does it work?\n> When?\n\nYes.\n"));
        assertThat(texts(ticket)).last().isEqualTo("See below.\n\n> Does it work?\n> When?\n\nYes.");
    }

    @Test
    @Tag("D10")
    void anAnswerBelowTheQuoteLeavesItOutAndAMailThatIsAllQuoteIsTakenWhole() {
        receive(replyTo(notice(JOHNS)).text(quoted(JOHNS) + "\nFixed.\n"));
        assertThat(texts(ticket)).last().isEqualTo("Fixed.");

        receive(replyTo(notice(JOHNS)).text("> Does it work?\n> Bye"));
        assertThat(texts(ticket)).last().isEqualTo("> Does it work?\n> Bye");
    }

    @Test
    void theCustomerNeverSeesTheTechniciansAddress() {
        receive(replyTo(notice(JOHNS)).text("Fixed."));

        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::from)
                .doesNotContain(Optional.of(EmailAddress.of(JOHNS)));
        assertThat(sentTo(JANE)).noneMatch(mail -> mail.toString().contains(JOHNS));
    }

    @Test
    @Tag("A8")
    void anAnswerToAColleaguesTicketIsRefused() {
        kate.pickUp(ticket);
        receive(replyTo(notice(JOHNS)).text("Mine."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
    }

    @Test
    @Tag("G7")
    void whatOthersHaveSaidSinceKeepsAnAnswerBack() {
        john.pickUp(ticket);
        ParsedMail first = notice(JOHNS);
        jane.reply(ticket, Reply.of("Never mind, it works."));
        center.run();
        receive(replyTo(first).text("Working on it."));
        assertThat(texts(ticket)).containsExactly("Since this morning.", "Never mind, it works.");

        receive(replyTo(sentTo(JOHNS).stream()
                        .filter(mail -> mail.text().startsWith("The customer has written"))
                        .findFirst()
                        .orElseThrow())
                .text("Good."));
        assertThat(texts(ticket)).last().isEqualTo("Good.");
    }

    @Test
    void oneNoticeMayBeAnsweredTwice() {
        ParsedMail notice = notice(JOHNS);
        receive(replyTo(notice).text("Looking."));
        receive(replyTo(notice).text("Fixed."));

        assertThat(texts(ticket)).containsExactly("Since this morning.", "Looking.", "Fixed.");
    }

    @Test
    @Tag("D4")
    void aMachineAtTheTechniciansAddressSaysNothing() {
        receive(replyTo(notice(JOHNS)).header("Auto-Submitted", "auto-replied").text("I am away."));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(taken(MailOutcome.AUTOMATIC)).isEqualTo(1);
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void theNoticeItselfComingBackIsOurOwn() {
        byte[] sent = center.mail().sent().stream()
                .filter(mail -> mail.envelope().recipients().toString().contains(JOHNS))
                .findFirst()
                .orElseThrow()
                .bytes();
        center.mail().deliver(sent);
        center.run();

        assertThat(taken(MailOutcome.OWN)).isEqualTo(1);
        assertThat(tickets()).hasSize(1);
    }

    @Test
    @Tag("F3")
    void anAnswerWithAHarmfulFileIsNotTaken() {
        receive(replyTo(notice(JOHNS))
                .header("MIME-Version", "1.0")
                .header("Content-Type", "multipart/mixed; boundary=b")
                .text("--b\n\nFixed.\n--b\nContent-Type: text/plain\n"
                        + "Content-Disposition: attachment; filename=log.txt\n\na virus\n--b--"));

        assertThat(texts(ticket)).containsExactly("Since this morning.");
        assertThat(taken(MailOutcome.QUARANTINED)).isEqualTo(1);
        assertThat(sentTo(JOHNS))
                .last()
                .satisfies(mail ->
                        assertThat(mail.text()).contains("A scan has found something harmful in the file log.txt."));
    }

    @Override
    protected void wire(SupportCenter.Builder builder) {
        builder.scanner(new TestScanner());
    }

    @Test
    void filesGoAlong() {
        receive(replyTo(notice(JOHNS))
                .header("MIME-Version", "1.0")
                .header("Content-Type", "multipart/mixed; boundary=b")
                .text("--b\n\nSee the log.\n--b\nContent-Type: text/plain\n"
                        + "Content-Disposition: attachment; filename=log.txt\n\nx\n--b--"));

        assertThat(anna.ticket(ticket).messages())
                .last()
                .satisfies(answer -> assertThat(answer.attachments())
                        .singleElement()
                        .satisfies(file -> assertThat(file.name()).isEqualTo("log.txt")));
    }

    /** The notice as a mail program quotes it. */
    private String quoted(String address) {
        return "On Tue, 3 Mar 2026 at 10:15, Support <support@example.com> wrote:\n"
                + notice(address).text().strip().indent(1).replaceAll("(?m)^ ", "> ");
    }

    /** The mail that brought a ticket's newest message. */
    private String original(TicketId ticket) {
        List<MessageData> all =
                center.storage().read(stores -> stores.conversations().allMessages(ticket));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mailroom.original(Objects.requireNonNull(all.get(all.size() - 1).mail()), bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private ParsedMail notice(String address) {
        List<ParsedMail> all = sentTo(address);
        return all.get(all.size() - 1);
    }

    private static InboundMail replyTo(ParsedMail notice) {
        return InboundMail.from(JOHNS)
                .subject("Re: " + notice.subject())
                .references(notice.messageId().orElseThrow());
    }
}
