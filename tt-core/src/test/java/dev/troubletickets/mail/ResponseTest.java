// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.settings.Wording;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.TicketId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Receipts, and words at a ticket's end. */
@Tag("D4")
@Tag("D7")
class ResponseTest extends MailTest {
    @Test
    void aMailThatOpensATicketIsReceiptedInOurWords() {
        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(center.sent()).singleElement().satisfies(receipt -> {
            assertThat(receipt.text())
                    .contains("Hello Jane Doe,")
                    .contains("ticket " + ticket.value())
                    .contains("queue Support")
                    .endsWith("Example Hosting\n");
            assertThat(receipt.subject()).isEqualTo("[" + ticket + "] We have received your message");
            assertThat(receipt.header("Auto-Submitted")).hasValue("auto-replied");
        });
        assertThat(center.mail().sent().get(0).envelope().sender())
                .as("the return path is null")
                .isEmpty();
    }

    @Test
    void orInTheQueuesOwnWords() {
        queue(support().withNewTicketResponse(Wording.of("{{number}}/{{queue}}/{{name}}/{{installation}}")));
        TicketId ticket = opened(InboundMail.from(JANE));

        assertThat(lastSent().text()).isEqualTo(ticket.value() + "/Support/Jane Doe/Example Hosting");
    }

    @Test
    void theSwitchTurnsReceiptsOff() {
        center.settings((Settings settings) -> settings.withReceipts(false));
        receive(InboundMail.from(JANE));
        jane.open(NewTicket.of("Mail bounces", "Help"));

        assertThat(sentTo(JANE)).isEmpty();
    }

    @Test
    void aTicketFromThePanelIsReceiptedToo() {
        jane.open(NewTicket.of("Mail bounces", "Help"));

        assertThat(sentTo(JANE)).hasSize(1);
    }

    @Test
    void aFollowUpIsNotReceipted() {
        receive(InboundMail.from(MARY), InboundMail.from(MARY).text("And another thing."));

        assertThat(center.sent()).hasSize(1);
    }

    @Test
    void anAddressGetsOneReceiptInTenMinutes() {
        receive(
                InboundMail.from(STRANGER).subject("One"),
                InboundMail.from(STRANGER).subject("Two"));
        assertThat(center.sent()).hasSize(1);
        center.after(Duration.ofMinutes(11));
        receive(InboundMail.from(STRANGER).subject("Three"));

        assertThat(center.sent()).hasSize(2);
        assertThat(tickets()).hasSize(3);
    }

    @Test
    void withoutWordsTheEndOfATicketIsNotTold() {
        john.close(center.taken());

        assertThat(sentTo(JANE)).noneMatch(mail -> mail.subject().contains("closed"));
    }

    @Test
    void theQueuesWordsAreSentWhenStaffResolveOrCloseATicket() {
        queue(support().withResolvedResponse(Wording.of("Bye, {{name}}: {{number}}")));
        TicketId ticket = opened(InboundMail.from(MARY));
        center.after(Duration.ofHours(1));
        john.pickUp(ticket);
        john.resolve(ticket);

        assertThat(lastSent().text()).isEqualTo("Bye, Mary Poe: " + ticket.value());
        assertThat(lastSent().header("Auto-Submitted")).hasValue("auto-replied");
        assertThat(center.mail().sent())
                .last()
                .satisfies(sent -> assertThat(sent.envelope().sender()).isEmpty());
    }

    @Test
    void theyAreSentOnceAndWhenATicketClosesByItself() {
        queue(support().withResolvedResponse(Wording.of("Bye.")).withAutoClose(AutoClose.afterDays(2)));
        TicketId ticket = opened(InboundMail.from(MARY));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Done?"));
        center.after(Duration.ofDays(3));
        center.run();
        center.after(Duration.ofDays(3));
        center.run();

        assertThat(texts(sentTo(MARY))).containsOnlyOnce("Bye.");
    }

    @Test
    void anAnswerThatClosesIsWordsEnough() {
        queue(support().withResolvedResponse(Wording.of("Bye.")));
        TicketId ticket = opened(InboundMail.from(MARY));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Done.").andClose());

        assertThat(texts(sentTo(MARY))).doesNotContain("Bye.");
    }

    @Test
    void whoClosesManyTicketsOfOneAddressAtOnceDoesNotFloodIt() {
        queue(support().withResolvedResponse(Wording.of("Bye.")));
        for (int i = 0; i < 20; i++) {
            receive(InboundMail.from(STRANGER).subject("Number " + i));
        }
        tickets().forEach(ticket -> anna.close(ticket.id()));

        assertThat(texts(sentTo(STRANGER))).hasSize(2).containsOnlyOnce("Bye.");
    }

    private QueueSettings support() {
        return QueueSettings.named("Support");
    }

    private void queue(QueueSettings settings) {
        center.admin().changeQueue(center.defaultQueue(), settings);
    }

    private static List<String> texts(List<ParsedMail> mails) {
        return mails.stream().map(ParsedMail::text).toList();
    }
}
