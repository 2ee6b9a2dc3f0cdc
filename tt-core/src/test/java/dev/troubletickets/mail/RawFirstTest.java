// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.MailOutcome;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("D1")
@Tag("A2")
class RawFirstTest extends MailTest {
    private static final InboundMail MAIL = InboundMail.from(STRANGER).id("<1@elsewhere.example>");

    @Test
    void aMailOpensATicketAndLeavesTheServer() {
        TicketId ticket = opened(MAIL.text("Hello?"));

        assertThat(mailbox.size()).isZero();
        assertThat(texts(ticket)).containsExactly("Hello?");
        assertThat(center.kept(ticket).header().requester().value()).isEqualTo(STRANGER);
        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.NEW);
    }

    @Test
    void aMailOfAKnownAddressBelongsToItsAccount() {
        TicketId ticket = opened(InboundMail.from("Somebody <" + JANE + ">"));

        assertThat(jane.ticket(ticket).messages()).hasSize(1);
        assertThat(center.kept(ticket).header().requesterName()).isEqualTo("Jane Doe");
    }

    @Test
    void theCopyOnTheServerStaysUntilTheServerIsAsked() {
        mailbox.deliver(MAIL.bytes());
        mailbox.breakAfter(2);
        center.run();
        assertThat(mailbox.size())
                .as("the connection broke before the deletion")
                .isOne();
        assertThat(tickets()).as("what was fetched is processed all the same").hasSize(1);

        center.after(Duration.ofMinutes(1));
        center.run();
        assertThat(mailbox.size()).isZero();
        assertThat(tickets()).as("fetched again, it is absorbed").hasSize(1);
        assertThat(mailroom.state().taken()).containsOnly(Map.entry(MailOutcome.OPENED, 1L));
    }

    @Test
    void anEqualMessageIdWithOtherContentIsAnotherMail() {
        receive(MAIL.text("One."), MAIL.subject("Another matter").text("Two."));

        assertThat(tickets()).hasSize(2);
        assertThat(taken(MailOutcome.DUPLICATE)).isZero();
    }

    @Test
    void anEqualMailByTwoWaysIsOne() {
        receive(
                MAIL.header("Received", "from a by b").header("Delivered-To", "support@example.com"),
                MAIL.header("Received", "from c by d").header("Delivered-To", "sales@example.com"));

        assertThat(tickets()).hasSize(1);
        assertThat(taken(MailOutcome.DUPLICATE)).isOne();
    }

    @Test
    void equalWordsWithoutAMessageIdAreTwoMails() {
        InboundMail nameless = InboundMail.from(STRANGER);
        receive(nameless.text("Again!"), nameless.text("Again!"));

        assertThat(tickets().stream().flatMap(ticket -> texts(ticket.id()).stream()))
                .containsExactly("Again!", "Again!");
    }

    @Test
    void aServerThatUsesAUidAgainLosesNothing() {
        SupportCenter process = node(builder -> builder.mail(
                OddServer.thatUsesAUidAgain(MAIL.bytes(), InboundMail.from(MARY).bytes())));
        process.background().runDue();
        process.background().runDue();

        assertThat(tickets()).hasSize(2);
    }

    @Test
    void aMailWithoutASenderIsKeptAside() {
        receive(InboundMail.from("nobody at all"));

        assertThat(tickets()).isEmpty();
        assertThat(mailroom.state().quarantine()).singleElement().satisfies(kept -> {
            assertThat(kept.reason()).contains("sender");
            assertThat(kept.mailbox()).isEqualTo(mailbox.name());
        });
    }
}
