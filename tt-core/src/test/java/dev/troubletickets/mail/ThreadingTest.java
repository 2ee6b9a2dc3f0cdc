// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.event.TicketEvent.TicketOpened;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Why;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D3")
class ThreadingTest extends MailTest {
    private TicketId ticket;
    private ParsedMail answer;

    /** Jane has asked from her panel, john has answered, and the mail of the answer went to her and her boss. */
    @BeforeEach
    void aTicketThatWasAnswered() {
        ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").cc("boss@jane.example").keepOpen());
        answer = lastSent();
    }

    @Test
    void aReplyToOurMailBelongsToItsTicketWhateverTheSubject() {
        receivedWithoutTicket(
                InboundMail.from(JANE).replyTo(answer).subject("Something else").text("Not quite."));

        assertThat(texts(ticket)).endsWith("Fixed.", "Not quite.");
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void soDoesOneThatKeepsTheOldestReferenceAlone() {
        receivedWithoutTicket(InboundMail.from(JANE)
                .references(answer.references().get(answer.references().size() - 1))
                .subject("Something else"));
    }

    @Test
    void anotherAddressOfTheAccountTakesPart() {
        receivedWithoutTicket(InboundMail.from("jane@home.example").replyTo(answer));
    }

    @Test
    void whomStaffHavePutIntoCcTakesPart() {
        receivedWithoutTicket(
                InboundMail.from("Boss <BOSS@jane.example>").replyTo(answer).text("I agree."));

        assertThat(anna.ticket(ticket).messages()).last().satisfies(message -> {
            assertThat(message.from()).hasValue(EmailAddress.of("boss@jane.example"));
            assertThat(message.text()).isEqualTo("I agree.");
        });
    }

    @Test
    void whomStaffHaveTakenOutOfCcDoesNot() {
        john.change(ticket, Edit.cc());

        namesTheTicket(InboundMail.from("boss@jane.example").replyTo(answer));
    }

    @Test
    void aReplyToACustomersOwnMailBelongsToItsTicket() {
        TicketId mailed = opened(InboundMail.from(MARY).id("<first@mary.example>"));
        receivedWithoutTicket(InboundMail.from(MARY)
                .subject("An afterthought")
                .references("<first@mary.example>")
                .text("And also"));

        assertThat(texts(mailed)).endsWith("And also");
    }

    @Test
    void theTagInTheSubjectIsEnoughForWhoTakesPart() {
        receivedWithoutTicket(InboundMail.from(JANE).subject("About that [" + ticket + "] matter"));
    }

    @Test
    void senderAndSubjectAreEnoughWithoutAnyReference() {
        receivedWithoutTicket(InboundMail.from(JANE).subject("AW: Re:  mail   BOUNCES"));

        assertThat(texts(ticket)).hasSize(3);
    }

    @Test
    void anotherSenderWithTheSameSubjectOpensATicket() {
        assertThat(opened(InboundMail.from(MARY).subject("Re: Mail bounces"))).isNotEqualTo(ticket);
    }

    @Test
    void theSubjectAloneIsEnoughWhereSendersAreNotChecked() {
        center.settings((Settings settings) -> settings.withCheckSenderAddress(false));
        receivedWithoutTicket(
                InboundMail.from(STRANGER).subject("Re: Mail bounces").text("It's me, from home."));

        assertThat(texts(ticket)).endsWith("It's me, from home.");
        assertThat(center.kept(ticket).header().requester().value()).isEqualTo(JANE);
    }

    @Test
    void anEmptySubjectThreadsNothing() {
        center.settings((Settings settings) -> settings.withCheckSenderAddress(false));
        opened(InboundMail.from(MARY).subject(""));
        opened(InboundMail.from(STRANGER).subject("Re:"));
        opened(InboundMail.from(STRANGER).subject("(no subject)"));
    }

    @Test
    void theStrongerProofWins() {
        TicketId other = jane.open(NewTicket.of("Other matter", "Help"));
        receivedWithoutTicket(InboundMail.from(JANE)
                .replyTo(answer)
                .subject("[" + other + "] Other matter")
                .text("To the first."));

        assertThat(texts(ticket)).endsWith("To the first.");
    }

    @Test
    @Tag("G1")
    void thatProofsDisagreedIsOnRecord() {
        TicketId other = jane.open(NewTicket.of("Other matter", "Help"));
        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).subject("[" + other + "] Other matter"));

        assertThat(placed(ticket))
                .containsExactly(
                        "it refers to our signed Message-ID, and the sender takes part in it; it also names " + other);
        assertThat(placed(other)).isEmpty();
    }

    @Test
    @Tag("G1")
    void theNumberOfAMergedTicketIsNoOther() {
        TicketId other = jane.open(NewTicket.of("Other matter", "Help"));
        anna.linking().merge(other, ticket);
        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).subject("[" + other + "] [#99999] Other matter"));

        assertThat(placed(ticket)).noneMatch(why -> why.contains("also"));
    }

    @Test
    void aStrangerWhoKnowsTheTokenOpensATicketThatNamesTheOther() {
        namesTheTicket(InboundMail.from(STRANGER).replyTo(answer).subject("Hello"));
    }

    @Test
    void aStrangerWhoKnowsTheNumberOpensATicketThatNamesTheOther() {
        namesTheTicket(InboundMail.from(STRANGER).subject("Re: [" + ticket + "] Mail bounces"));
    }

    @Test
    void aStrangerWhoKnowsACustomersMessageIdOpensATicketThatNamesTheOther() {
        TicketId mailed =
                opened(InboundMail.from(MARY).id("<first@mary.example>").subject("Private"));
        TicketId strangers = opened(InboundMail.from(STRANGER).references("<first@mary.example>"));

        assertThat(events(strangers, TicketOpened.class).get(0).claimed()).hasValue(mailed);
        assertThat(texts(mailed)).hasSize(1);
    }

    @Test
    void aNumberOfNoTicketIsNoClaim() {
        TicketId strangers = opened(InboundMail.from(STRANGER).subject("[#999999] Hello"));

        assertThat(events(strangers, TicketOpened.class).get(0).claimed()).isEmpty();
    }

    @Test
    void aDeletedTicketIsNotFoundAgain() {
        center.admin().give(Cast.JOHN, Permission.DELETE);
        john.delete(ticket);

        TicketId anew = opened(InboundMail.from(JANE).replyTo(answer));
        assertThat(anew).isNotEqualTo(ticket);
        assertThat(events(anew, TicketOpened.class).get(0).claimed()).isEmpty();
    }

    /** Why mails are in the ticket, but for that people wrote them. */
    private List<String> placed(TicketId where) {
        return anna.ticket(where).why().stream()
                .filter(why -> why.decision() == Why.Decision.MAIL_PLACED)
                .map(why -> why.because().substring(why.because().indexOf("; ") + 2))
                .toList();
    }

    private void namesTheTicket(InboundMail mail) {
        int before = texts(ticket).size();
        TicketId strangers = opened(mail);

        assertThat(events(strangers, TicketOpened.class).get(0).claimed()).hasValue(ticket);
        assertThat(texts(ticket)).hasSize(before);
    }
}
