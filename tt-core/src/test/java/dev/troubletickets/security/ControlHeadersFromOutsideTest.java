// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.mail.InboundMail;
import dev.troubletickets.mail.MailTest;
import dev.troubletickets.spi.mail.ParsedMail;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Threat 6: no header of a stranger's mail steers the desk. */
@Tag("D1")
class ControlHeadersFromOutsideTest extends MailTest {
    private static final String[][] COMMANDS = {
        {"X-TT-Ticket", "#1"},
        {"X-TT-Queue", "Secret"},
        {"X-TroubleTickets-Queue", "Secret"},
        {"X-TT-Status", "CLOSED"},
        {"X-TT-Owner", "jane"},
        {"X-TT-Account", "jane"},
        {"X-TT-Verified", "yes"},
        {"X-TT-Staff", "anna"},
        {"X-TT-Note", "yes"},
        {"X-Zammad-Ticket-Queue", "Secret"},
        {"X-Zammad-Ticket-Owner", "john"},
        {"X-Zammad-Customer-Login", "jane"},
        {"X-OTRS-Queue", "Secret"},
        {"X-OTRS-Priority", "5"},
        {"X-OTRS-State", "closed"},
        {"X-OTRS-CustomerUser", "jane"},
        {"X-OTRS-Loop", "no"},
        {"X-RT-Command", "Status: resolved"},
        {"RT-Ticket", "example.com #1"},
        {"X-RT-Original-Encoding", "utf-8"},
        {"X-RT-Interface", "Web"},
        {"RT-Squelch-Replies-To", "jane@jane.example"},
        {"X-Priority", "1 (Highest)"},
        {"Importance", "high"},
        {"X-Loop", "no"},
        {"X-FreeScout-Mail-Type", "customer.message"},
        {"X-HelpScout-Customer", "jane"},
        {"X-Spam-Flag", "NO"},
        {"Authentication-Results", "mx; dmarc=pass"},
        {"X-Original-From", "jane@jane.example"},
        {"Resent-From", "jane@jane.example"},
        {"Resent-To", "secret@example.com"},
        {"X-Forwarded-To", "secret@example.com"},
        {"Keywords", "closed"},
        {"Control", "cancel <1@x>"}
    };

    private final QueueId secret = center.queue("Secret", Cast.KATE);

    @Test
    void aTicketOpensAsItWouldWithoutThem() {
        TicketData plain = center.kept(opened(InboundMail.from(STRANGER)));
        for (String[] command : COMMANDS) {
            TicketData commanded = center.kept(
                    opened(InboundMail.from(STRANGER).subject(command[0]).header(command[0], command[1])));
            assertThat(commanded.state()).as(command[0]).isEqualTo(plain.state());
            assertThat(commanded.state().queue()).isNotEqualTo(secret);
            assertThat(commanded.header().account()).as(command[0]).isNull();
            assertThat(commanded.header().requester()).isEqualTo(plain.header().requester());
            assertThat(commanded.header().cc()).isEmpty();
        }
    }

    @Test
    void aFollowUpDoesWhatItWouldWithoutThem() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Fixed.").keepOpen());
        ParsedMail answer = lastSent();
        receive(InboundMail.from(JANE).replyTo(answer));
        TicketData plain = center.kept(ticket);
        for (String[] command : COMMANDS) {
            receivedWithoutTicket(InboundMail.from(JANE).replyTo(answer).header(command[0], command[1]));
            TicketData commanded = center.kept(ticket);
            assertThat(commanded.header()).as(command[0]).isEqualTo(plain.header());
            assertThat(commanded.state().status())
                    .as(command[0])
                    .isEqualTo(plain.state().status());
            assertThat(commanded.state().queue())
                    .as(command[0])
                    .isEqualTo(plain.state().queue());
            assertThat(commanded.state().assignee())
                    .as(command[0])
                    .isEqualTo(plain.state().assignee());
            assertThat(commanded.state().priority())
                    .as(command[0])
                    .isEqualTo(plain.state().priority());
        }
        assertThat(anna.ticket(ticket).messages())
                .filteredOn(message -> message.kind() == MessageKind.NOTE)
                .isEmpty();
    }

    @Test
    void aMailWithATechniciansAddressIsNoTechnicians() {
        TicketId ticket = center.taken();
        receive(InboundMail.from("john@example.com")
                .subject("[" + ticket + "] Mail bounces")
                .text("An answer of mine."));

        assertThat(texts(ticket)).doesNotContain("An answer of mine.");
        assertThat(jane.ticket(ticket).messages()).hasSize(1);
    }

    @Test
    void commandsInTheTextAreText() {
        TicketId ticket = opened(InboundMail.from(STRANGER).text("Status: resolved\nQueue: Secret\n#close\n@john"));

        assertThat(center.kept(ticket).state().status().isActive()).isTrue();
        assertThat(texts(ticket)).containsExactly("Status: resolved\nQueue: Secret\n#close\n@john");
    }
}
