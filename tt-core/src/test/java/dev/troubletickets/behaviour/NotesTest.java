// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.kit.TestCenter;
import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import dev.troubletickets.view.StaffTicketView;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Notes are for staff alone, and change nothing. */
class NotesTest extends BehaviourTest {
    private static final String CANARY = "canary-7f3a";

    @Test
    @Tag("A9")
    void aNoteIsNeverMailedAndNeverShownToACustomer() {
        TicketId ticket = center.rita().openFor(Cast.BOB.id(), NewTicket.of("Site down", "Help!"));
        john.pickUp(ticket);
        john.note(ticket, CANARY + " one");
        john.answer(ticket, Answer.of("Looking.").note(CANARY + " two").keepOpen());
        john.answer(ticket, Answer.of("Done."));

        CustomerDesk bob = center.bob();
        assertThat(String.valueOf(bob.ticket(ticket))).doesNotContain("canary", "NOTE");
        assertThat(String.valueOf(bob.tickets(Optional.empty()))).doesNotContain("canary");
        assertThat(String.valueOf(center.rita().ticket(ticket))).doesNotContain("canary", "NOTE");
        center.run();
        assertThat(center.mail().sent())
                .isNotEmpty()
                .noneMatch(mail -> new String(mail.bytes(), StandardCharsets.UTF_8).contains("canary"));
        assertThat(john.ticket(ticket).messages().stream().filter(m -> m.text().contains(CANARY)))
                .hasSize(2);
    }

    @Test
    @Tag("A9")
    void aNoteAloneDoesNotMakeTheTicketAnswered() {
        TicketId ticket = center.taken();
        TicketState before = center.kept(ticket).state();

        john.note(ticket, "Asked the data centre.");

        StaffTicketView view = john.ticket(ticket);
        assertThat(view.header().status()).isEqualTo(before.status());
        assertThat(view.header().isUnanswered()).isTrue();
        assertThat(view.customerStatus()).isEqualTo(CustomerStatus.IN_PROGRESS);
        assertThat(jane.unread()).isZero();
        assertThat(jane.tickets(Optional.empty()).tickets().get(0).staffWroteLast())
                .isFalse();
        assertThat(jane.tickets(Optional.empty()).tickets().get(0).lastMessageAt())
                .isEqualTo(TestCenter.START);
    }

    @Test
    @Tag("A9")
    void anyoneOfTheStaffMayNoteWithoutProfileOrAssignment() {
        TicketId ticket = center.taken();

        center.nick().note(ticket, "Saw this before.");

        assertThat(john.ticket(ticket).messages().get(1).authorName()).isEqualTo("nick");
        assertThat(john.ticket(ticket).messages().get(1).author()).contains(Actor.staff(Cast.NICK));
    }

    @Test
    @Tag("A9")
    @Tag("G7")
    void aNoteDoesNotMakeACustomersPageStale() {
        TicketId ticket = center.taken();
        SeenTicket seen = jane.ticket(ticket).seen();

        john.note(ticket, "Asked the data centre.");

        jane.reply(seen, Reply.of("It also happens at night."));
        assertThat(jane.ticket(ticket).messages()).hasSize(2);
    }

    @Test
    @Tag("A9")
    void aCustomerDoesNotGetAtANoteByItsId() {
        TicketId ticket = center.taken();
        john.note(ticket, "Asked the data centre.");
        AttachmentId file = new AttachmentId(MessageId.note(ticket, 1), 1);

        Expect.in(center).notFound("message", () -> jane.download(file).to(OutputStream.nullOutputStream()));
        AttachmentId none = new AttachmentId(MessageId.note(ticket, 2), 1);
        Expect.in(center).notFound("message", () -> jane.download(none).to(OutputStream.nullOutputStream()));
    }

    @Test
    @Tag("A9")
    void aNoteOnAClosedTicketLeavesItClosed() {
        TicketId ticket = center.taken();
        john.close(ticket);

        john.note(ticket, "For the next one: it was the filter.");

        assertThat(john.ticket(ticket).header().status()).isEqualTo(Status.CLOSED);
    }
}
