// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mail about a merged ticket goes where the ticket went, and no further than its customer may see (A12, D3). */
@Tag("A12")
@Tag("D3")
class MergedMailTest extends MailTest {
    private TicketId source;
    private ParsedMail answer;

    @BeforeEach
    void answeredTicket() {
        center.admin().give(Cast.JOHN, Permission.MERGE);
        source = center.taken();
        john.answer(source, Answer.of("Fixed."));
        answer = lastSent();
        center.mail().forgetSent();
    }

    @Test
    void aReplyToTheSourcesMailGoesToTheTarget() {
        TicketId target = jane.open(NewTicket.of("Web down", "Down."));
        john.linking().merge(source, target);

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("Thanks!"));

        assertThat(texts(target)).contains("Thanks!");
        assertThat(center.kept(target).state().publicMessages()).isEqualTo(2);
    }

    @Test
    void itFollowsChains() {
        TicketId target = jane.open(NewTicket.of("Web down", "Down."));
        TicketId last = jane.open(NewTicket.of("All down", "All."));
        john.linking().merge(source, target);
        john.linking().merge(target, last);

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("Thanks!"));

        assertThat(center.kept(last).state().publicMessages()).isEqualTo(2);
    }

    @Test
    void anAnswerBelongsToBothThreads() {
        TicketId target = jane.open(NewTicket.of("Web down", "Down."));
        john.linking().merge(source, target);
        john.pickUp(target);
        center.sent();
        center.mail().forgetSent();
        john.answer(target, Answer.of("All is well."));

        assertThat(lastSent().references()).contains(answer.messageId().orElseThrow());
    }

    @Test
    @Tag("G2")
    void undoneItIsTheSourcesAgain() {
        TicketId target = jane.open(NewTicket.of("Web down", "Down."));
        OperationId merge = john.linking().merge(source, target);
        john.linking().undo(merge);

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("Thanks!"));

        assertThat(texts(source)).contains("Thanks!");
        assertThat(texts(target)).containsExactly("Down.");
    }

    @Test
    void anotherCustomersMailStaysInTheirOwnTicket() {
        TicketId marys = mary.open(NewTicket.of("Web down", "Down."));
        john.linking().mergeAcrossCustomers(source, marys);

        receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).text("Thanks!"));

        assertThat(center.kept(source).state().publicMessages()).isEqualTo(3);
        assertThat(center.kept(marys).state().publicMessages()).isEqualTo(1);
        assertThat(texts(marys)).contains("Thanks!");
        assertThat(mary.ticket(marys).messages()).hasSize(1);
        assertThat(jane.ticket(source).messages()).hasSize(3);
    }

    @Test
    void anotherCustomersMailsAreNotNamedInAnswers() {
        TicketId marys = mary.open(NewTicket.of("Web down", "Down."));
        john.linking().mergeAcrossCustomers(source, marys);
        john.pickUp(marys);
        center.sent();
        center.mail().forgetSent();
        john.answer(marys, Answer.of("All is well."));

        ParsedMail sent = sentTo(MARY).get(0);
        assertThat(sent.references()).doesNotContain(answer.messageId().orElseThrow());
        assertThat(sent.text()).doesNotContain("Fixed.");
        assertThat(sent.recipients().toString()).doesNotContain("jane");
    }
}
