// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.memory.InMemoryMail;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import dev.troubletickets.view.MailClass;
import dev.troubletickets.view.MailOutcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of mail classes and what each may do. */
@Tag("D4")
class MailClassTest extends MailTest {
    @ParameterizedTest
    @EnumSource
    void aMailOpensATicketIfItsClassMay(Machine writer) {
        receive(writer.marks(InboundMail.from(STRANGER)));

        assertThat(tickets()).hasSize(writer.mailClass.mayOpen() ? 1 : 0);
        MailOutcome kept = writer.mailClass == MailClass.BOUNCE ? MailOutcome.BOUNCE : MailOutcome.AUTOMATIC;
        assertThat(taken(writer.mailClass.mayOpen() ? MailOutcome.OPENED : kept))
                .isOne();
    }

    @ParameterizedTest
    @EnumSource
    void itIsAnsweredAutomaticallyIfItsClassMayBe(Machine writer) {
        receive(writer.marks(InboundMail.from(STRANGER)));

        assertThat(center.sent()).hasSize(writer.mailClass.mayBeAnswered() ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DAEMON", "POSTMASTERS_DAEMON", "PERSON_AT_POSTMASTER"})
    void itIsKeptInItsTicketIfItsClassMay(Machine writer) {
        TicketId ticket = answered();
        ParsedMail answer = lastSent();
        receivedWithoutTicket(writer.marks(InboundMail.from(JANE).text("A word."))
                .header("In-Reply-To", answer.messageId().orElseThrow()));

        assertThat(texts(ticket).contains("A word.")).isEqualTo(writer.mailClass.mayAppend());
        assertThat(lastSent().messageId())
                .as("no follow-up is answered automatically")
                .isEqualTo(answer.messageId());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DAEMON", "POSTMASTERS_DAEMON", "PERSON_AT_POSTMASTER"})
    void itReopensItsTicketAndStopsItsAutoCloseIfItsClassMay(Machine writer) {
        center.settings((Settings settings) -> settings.withAutoClose(AutoClose.afterDays(3)));
        TicketId ticket = answered();
        TicketState before = center.kept(ticket).state();
        receive(writer.marks(InboundMail.from(JANE))
                .header("In-Reply-To", lastSent().messageId().orElseThrow()));
        TicketState after = center.kept(ticket).state();

        if (writer.mailClass.mayReopen()) {
            assertThat(after.status()).isEqualTo(Status.OPEN);
            assertThat(after.autoCloseAt()).isNull();
            assertThat(after.isUnanswered()).isTrue();
        } else {
            assertThat(after.status()).isEqualTo(Status.ANSWERED);
            assertThat(after.autoCloseAt()).isEqualTo(before.autoCloseAt());
            assertThat(after.isUnanswered()).isFalse();
        }
    }

    @Test
    void wordsOfAMachineAreShownAsSuch() {
        TicketId ticket = answered();
        receive(Machine.VACATION.marks(InboundMail.from(JANE)).replyTo(lastSent()));

        assertThat(john.ticket(ticket).messages())
                .last()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(MessageKind.AUTOMATIC));
    }

    @Test
    @Tag("A17")
    void wordsOfAMachineAreNotTheLastWord() {
        TicketId ticket = answered();
        receive(Machine.VACATION.marks(InboundMail.from(JANE)).replyTo(lastSent()));
        assertThat(center.kept(ticket).state().staffWroteLast()).isTrue();

        john.reopen(ticket);

        assertThat(center.kept(ticket).state().isUnanswered())
                .as("nobody waits")
                .isFalse();
    }

    @Test
    void ourOwnMailsThatComeBackDoNothing() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").cc("support@example.com"));
        center.run();
        int messages = texts(ticket).size();
        for (InMemoryMail.Sent sent : center.mail().sent()) {
            center.mail().deliver(sent.bytes());
        }
        center.run();

        assertThat(taken(MailOutcome.OWN)).isEqualTo(3);
        assertThat(tickets()).hasSize(1);
        assertThat(texts(ticket)).hasSize(messages);
        assertThat(center.mail().sent()).hasSize(3);
    }

    @Test
    void aTicketFromOneOfOurOwnAddressesIsNotAnswered() {
        receive(InboundMail.from("Support@Example.com"));

        assertThat(tickets()).hasSize(1);
        assertThat(center.sent()).isEmpty();
    }

    private TicketId answered() {
        TicketId ticket = jane.open(NewTicket.of("A matter", "Help"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Done?"));
        return ticket;
    }
}
