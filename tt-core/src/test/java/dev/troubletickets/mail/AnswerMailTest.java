// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Upload;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Delivery;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D5")
class AnswerMailTest extends MailTest {
    @Test
    void itSaysWhoIsInChargeAndEndsWithTheirSignature() {
        assertThat(answered(Answer.of("The filter is fixed.")).text()).isEqualTo("""
                Assigned to: John Woods (network engineer)

                The filter is fixed.

                --\s
                John Woods
                Example Hosting""");
    }

    @Test
    void withoutPositionAndSignatureNeitherIsThere() {
        TicketId ticket = center.opened();
        kate.pickUp(ticket);
        kate.answer(ticket, Answer.of("Fixed."));

        assertThat(lastSent().text()).isEqualTo("Assigned to: Kate Stone\n\nFixed.");
    }

    @Test
    void theTextTravelsAsItWasTyped() {
        String text = "  <b>1 < 2</b> &amp; {{name}}\n> quoted\n\n.\n\tĚšč \ud83d\ude00  ";

        assertThat(answered(Answer.of(text)).text()).contains("\n\n" + text + "\n\n-- \n");
    }

    @Test
    void itGoesToTheRequesterWithCopiesToTheTicketsCc() {
        ParsedMail mail = answered(Answer.of("Fixed.").cc("boss@jane.example").cc(JANE));

        assertThat(mail.header("To")).hasValue(JANE);
        assertThat(mail.header("Cc")).hasValue("boss@jane.example");
        assertThat(center.mail().sent()).last().satisfies(sent -> {
            assertThat(sent.envelope().recipients())
                    .containsExactlyInAnyOrder(EmailAddress.of(JANE), EmailAddress.of("boss@jane.example"));
            assertThat(sent.envelope().sender()).hasValue(EmailAddress.of("support@example.com"));
        });
    }

    @Test
    void itIsNoAutomaticMailAndComesFromTheInstallation() {
        ParsedMail mail = answered(Answer.of("Fixed."));

        assertThat(mail.header("Auto-Submitted")).isEmpty();
        assertThat(mail.from()).hasValueSatisfying(from -> {
            assertThat(from.address().value()).isEqualTo("support@example.com");
            assertThat(from.name()).isEqualTo("Example Hosting");
        });
    }

    @Test
    void inAQueueWithAnAddressItComesFromThere() {
        QueueId queue = center.queue("Billing", Cast.JOHN);
        center.admin()
                .changeQueue(queue, QueueSettings.named("Billing").withAddress(EmailAddress.of("billing@example.com")));
        TicketId ticket = center.taken();
        john.change(ticket, Edit.queue(queue));
        john.answer(ticket, Answer.of("Paid."));

        assertThat(lastSent().from().orElseThrow().address().value()).isEqualTo("billing@example.com");
        assertThat(center.mail().sent())
                .last()
                .satisfies(
                        sent -> assertThat(sent.envelope().sender()).hasValue(EmailAddress.of("billing@example.com")));
    }

    @Test
    void itsSubjectHasTheTicketsTagOnce() {
        TicketId ticket = opened(InboundMail.from(MARY).subject("Mail bounces"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Fixed."));

        assertThat(lastSent().subject()).isEqualTo("[" + ticket + "] Mail bounces");
    }

    @Test
    void itRefersToTheCustomersMailAndToAllThatWasSaidSoThatMailProgramsThreadIt() {
        TicketId ticket = opened(InboundMail.from(MARY).id("<1@mary.example>"));
        ParsedMail receipt = lastSent();
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Really?").keepOpen());
        ParsedMail first = lastSent();
        receive(InboundMail.from(MARY).id("<2@mary.example>").replyTo(first));
        john.answer(ticket, Answer.of("Fixed."));
        ParsedMail second = lastSent();

        String root = receipt.references().get(receipt.references().size() - 1);
        assertThat(receipt.references()).containsExactly("<1@mary.example>", root);
        assertThat(first.references()).containsExactly("<1@mary.example>", root);
        assertThat(second.references())
                .containsExactly("<2@mary.example>", first.messageId().orElseThrow(), "<1@mary.example>", root);
        assertThat(second.header("In-Reply-To")).hasValue("<2@mary.example>");
    }

    @Test
    void aReferenceThatIsNoMessageIdIsLeftOut() {
        TicketId ticket = opened(InboundMail.from(MARY).id("not an id <x@y> at all"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Fixed."));

        assertThat(lastSent().header("References").orElseThrow())
                .doesNotContain("not")
                .doesNotContain("at all");
    }

    @Test
    void aLongConversationRefersToItsLatestMailsAlone() {
        TicketId ticket = opened(InboundMail.from(MARY).id("<0@mary.example>"));
        john.pickUp(ticket);
        for (int i = 0; i < 15; i++) {
            john.answer(ticket, Answer.of("Answer " + i).keepOpen());
        }

        assertThat(lastSent().references()).hasSize(11).doesNotContain("<0@mary.example>");
    }

    @Test
    void attachmentsGoWithIt() {
        byte[] content = "1, 2\r\n3".getBytes(UTF_8);
        ParsedMail mail = answered(Answer.of("See the list.").attach(Upload.of("list.csv", "text/csv", content)));

        assertThat(mail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("list.csv");
            assertThat(file.type()).isEqualTo("text/csv");
            assertThat(file.content()).isEqualTo(content);
        });
    }

    @Test
    void itIsSeenInThePanelWithTheStateOfItsMail() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed."));
        assertThat(john.ticket(ticket).messages())
                .last()
                .satisfies(answer -> assertThat(answer.delivery())
                        .hasValueSatisfying(mail -> assertThat(mail.state()).isEqualTo(Delivery.State.QUEUED)));
        center.run();

        assertThat(john.ticket(ticket).messages())
                .last()
                .satisfies(answer -> assertThat(answer.delivery())
                        .hasValueSatisfying(mail -> assertThat(mail.state()).isEqualTo(Delivery.State.SENT)));
        assertThat(jane.ticket(ticket).messages())
                .last()
                .satisfies(answer -> assertThat(answer.delivery())
                        .as("customers are not told")
                        .isEmpty());
    }

    @Test
    void aTicketWithTheAccountsFactsIsCopiedToTheSupportMailbox() {
        jane.open(NewTicket.of("Mail bounces", "All of it.").service("jane.example"));
        ParsedMail copy = sentTo("support@example.com").get(0);

        assertThat(copy.text()).isEqualTo("""
                From: jane@jane.example
                Account: jane (Jane Doe)
                Plan: Gold
                Services: jane.example, jane-vps
                Registered: 2020-02-29
                Log in: https://panel.example.com/as/jane
                About: jane.example

                All of it.""");
        assertThat(copy.recipients()).isEqualTo(List.of(EmailAddress.of("support@example.com")));
        assertThat(copy.header("Auto-Submitted")).isPresent();
    }

    private ParsedMail answered(Answer answer) {
        john.answer(center.taken(), answer);
        return lastSent();
    }
}
