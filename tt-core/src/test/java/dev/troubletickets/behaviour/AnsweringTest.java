// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.StaffTicketView;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who answers, what travels, and what becomes of the ticket. */
class AnsweringTest extends BehaviourTest {
    @Test
    @Tag("A8")
    void onlyTheAssigneeAnswers() {
        TicketId ticket = center.opened();
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> john.answer(ticket, Answer.of("Hi")));

        kate.pickUp(ticket);

        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> john.answer(ticket, Answer.of("Hi")));
        Expect.in(center).refused(Refusal.NOT_ASSIGNEE, () -> anna.answer(ticket, Answer.of("Hi")));
        assertThat(john.ticket(ticket).actions().whyNot(Action.ANSWER)).contains(Refusal.NOT_ASSIGNEE);
        assertThat(kate.ticket(ticket).actions().allows(Action.ANSWER)).isTrue();
    }

    @Test
    @Tag("A8")
    @Tag("E3")
    void answeringNeedsThePermission() {
        TicketId ticket = center.taken();
        center.admin().take(Cast.JOHN, Permission.ANSWER);

        Expect.in(center).refused(Refusal.PERMISSION_MISSING, () -> john.answer(ticket, Answer.of("Hi")));
        assertThat(john.ticket(ticket).actions().whyNot(Action.ANSWER)).contains(Refusal.PERMISSION_MISSING);
    }

    @Test
    @Tag("A8")
    void theTextTravelsExactlyAsTyped() {
        String text =
                "  <b>not bold</b> &amp; {{number}}\n\n\ttabbed\n> quoted\n.\nFrom here on: \u00e9\u00df\u6f22\ud83d\ude00  ";
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of(text));

        assertThat(jane.ticket(ticket).messages().get(1).text()).isEqualTo(text);
        assertThat(john.ticket(ticket).messages().get(1).text()).isEqualTo(text);
        ParsedMail mail = answerMail();
        assertThat(mail.text().replace("\r\n", "\n")).contains(text.stripTrailing());
    }

    @Test
    @Tag("A8")
    @Tag("D5")
    @Tag("E2")
    void theMailSaysWhoAnswered() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("Fixed."));

        assertThat(answerMail().text())
                .startsWith("Assigned to: John Woods (network engineer)")
                .contains("John Woods\nExample Hosting");
        assertThat(jane.ticket(ticket).messages().get(1).authorName()).isEqualTo("John Woods");
    }

    @Test
    @Tag("A8")
    void ccGetsThisAnswerAndLaterOnes() {
        EmailAddress boss = EmailAddress.of("boss@jane.example");
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("First.").cc(boss.value()).keepOpen());
        john.answer(ticket, Answer.of("Second.").keepOpen());

        assertThat(john.ticket(ticket).cc()).containsExactly(boss);
        assertThat(center.sent().stream().filter(mail -> mail.recipients().contains(boss)))
                .hasSize(2)
                .allMatch(
                        mail -> mail.recipients().contains(Cast.JANE.addresses().get(0)));
    }

    @Test
    @Tag("A8")
    @Tag("A10")
    void anAnswerClosesAtOnceByDefault() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("Fixed."));

        StaffTicketView view = john.ticket(ticket);
        assertThat(view.header().status()).isEqualTo(Status.CLOSED);
        assertThat(view.header().isUnanswered()).isFalse();
        assertThat(view.customerStatus()).isEqualTo(CustomerStatus.NEW_MESSAGES);
        assertThat(view.header().phase()).isEqualTo(Phase.AWAITING_CUSTOMER);
    }

    @Test
    @Tag("A8")
    void sendAndCloseClosesOnTheStaffSide() {
        center.settings(s -> s.withAutoClose(AutoClose.never()));
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("Fixed.").andClose());

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
        assertThat(jane.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id)
                .containsExactly(ticket);
    }

    @Test
    @Tag("A8")
    void sendLeavesItOpenAndAReplyComesBackToTheAuthor() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("Which address?").keepOpen());

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(john.ticket(ticket).autoCloseAt()).isEmpty();
        jane.reply(ticket, Reply.of("jane@jane.example"));
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.OPEN);
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
    }

    @Test
    @Tag("A8")
    @Tag("A9")
    void aNoteComesInTheSameAct() {
        TicketId ticket = center.taken();

        john.answer(ticket, Answer.of("Fixed.").note("It was the filter."));

        assertThat(john.ticket(ticket).messages())
                .extracting(ConversationItem.Message::kind)
                .containsExactly(MessageKind.CUSTOMER, MessageKind.ANSWER, MessageKind.NOTE);
        assertThat(jane.ticket(ticket).messages()).hasSize(2);
        assertThat(center.kept(ticket).version()).isEqualTo(3);
    }

    @Test
    @Tag("A8")
    void aQuoteStandsBehindAngles() {
        TicketId ticket = jane.open(NewTicket.of("Mail", "One\n\n> two"));

        assertThat(john.quote(MessageId.publicMessage(ticket, 1))).isEqualTo("> One\n> \n> > two\n");
    }

    @Test
    @Tag("A8")
    void theDeliveryIsShownToStaffAlone() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        assertThat(delivery(ticket)).contains(Delivery.State.QUEUED);

        center.run();

        assertThat(delivery(ticket)).contains(Delivery.State.SENT);
        assertThat(jane.ticket(ticket).messages())
                .allMatch(message -> message.delivery().isEmpty());
    }

    @Test
    @Tag("A8")
    void aClosedTicketMayBeAnsweredByItsAssignee() {
        TicketId ticket = center.taken();
        john.close(ticket);

        john.answer(ticket, Answer.of("One more thing.").keepOpen());

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.ANSWERED);
        assertThat(jane.unread()).isEqualTo(1);
    }

    private Optional<Delivery.State> delivery(TicketId ticket) {
        return john.ticket(ticket).messages().get(1).delivery().map(Delivery::state);
    }

    private ParsedMail answerMail() {
        return center.sent().stream()
                .filter(mail -> mail.text().startsWith("Assigned to:"))
                .findFirst()
                .orElseThrow();
    }
}
