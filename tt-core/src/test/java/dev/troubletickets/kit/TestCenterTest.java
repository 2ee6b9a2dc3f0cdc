// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class TestCenterTest extends BehaviourTest {
    @Test
    @Tag("A1")
    @Tag("A8")
    void aTicketIsOpenedAnsweredAndMailed() {
        TicketId ticket = jane.open(NewTicket.of("Mail bounces", "Help!"));
        john.pickUp(ticket);
        john.note(ticket, "the filter again");
        john.answer(ticket, Answer.of("The filter is fixed."));

        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .containsExactly("Help!", "The filter is fixed.");
        assertThat(center.sent()).last().matches(mail -> mail.text().contains("The filter is fixed."));
    }
}
