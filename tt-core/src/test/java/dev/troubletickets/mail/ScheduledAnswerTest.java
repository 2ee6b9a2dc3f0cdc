// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An answer at a time (G9) as mail sees it. */
@Tag("G9")
class ScheduledAnswerTest extends MailTest {
    @Test
    void aMachinesReplyDropsItNotAndAPersonsDoes() {
        TicketId ticket = waiting();
        receive(Machine.VACATION.marks(InboundMail.from(JANE).replyTo(lastSent())));
        assertThat(john.ticket(ticket).scheduled().get(0).refused()).isEmpty();
        receive(InboundMail.from(JANE).replyTo(lastSent()));

        assertThat(john.ticket(ticket).scheduled().get(0).refused()).contains("the customer has written meanwhile");
        center.after(Duration.ofDays(2));
        center.run();
        assertThat(jane.ticket(ticket).messages())
                .extracting(ConversationItem.Message::text)
                .doesNotContain("It is done by now.");
    }

    @Test
    void itLeavesInTheRoundThatTakesItWithTheSignatureOfThen() {
        TicketId ticket = waiting();
        john.saveProfile(
                StaffProfile.of("John Woods", Cast.JOHNS_PROFILE.email()).withSignature("Yours, the new John"));
        center.after(Duration.ofDays(1));
        center.run();

        assertThat(lastSent().text()).contains("It is done by now.", "Yours, the new John");
        assertThat(john.ticket(ticket).scheduled()).isEmpty();
    }

    private TicketId waiting() {
        TicketId ticket = jane.open(NewTicket.of("A matter", "Help"));
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Wait.").keepOpen());
        john.scheduling()
                .at(clock.instant().plus(Duration.ofDays(1)), ticket, ScheduledAction.answer("It is done by now."));
        return ticket;
    }
}
