// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.command.Upload;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.CustomerTicketRow;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Customers and resellers see theirs alone; anything else is as if it were not there. */
class CustomersTest extends BehaviourTest {
    private final ResellerDesk rita = center.rita();
    private final TicketId janes =
            jane.open(NewTicket.of("Mail bounces", "Help!").attach(Upload.of("log.txt", "text/plain", new byte[] {1})));

    @Test
    @Tag("A1")
    @Tag("B2")
    void aCustomerDoesNotGetToAnothersTicketByAnyPath() {
        AttachmentId file = new AttachmentId(MessageId.publicMessage(janes, 1), 1);
        AttachmentId nowhere = new AttachmentId(MessageId.publicMessage(TicketId.of(999), 1), 1);

        for (TicketId ticket : List.of(janes, TicketId.of(999))) {
            Expect.in(center).notFound("ticket", () -> mary.ticket(ticket));
            Expect.in(center).notFound("ticket", () -> mary.reply(ticket, Reply.of("Hi")));
            Expect.in(center).notFound("ticket", () -> mary.reply(ticket.seenAt(0), Reply.of("Hi")));
            Expect.in(center).notFound("ticket", () -> mary.close(ticket));
            Expect.in(center).notFound("ticket", () -> mary.archive(ticket));
            Expect.in(center).notFound("ticket", () -> mary.reopen(ticket));
        }
        for (AttachmentId id : List.of(file, nowhere)) {
            Expect.in(center).notFound("ticket", () -> mary.download(id).to(OutputStream.nullOutputStream()));
        }
        assertThat(mary.tickets(Optional.empty()).tickets()).isEmpty();
        assertThat(mary.archived(Optional.empty()).tickets()).isEmpty();
        assertThat(mary.unread()).isZero();
    }

    @Test
    @Tag("A8")
    @Tag("G10")
    void theirPageSaysWhoElseGetsTheAnswers() {
        TicketId ticket = center.taken();
        assertThat(jane.ticket(ticket).cc()).isEmpty();

        john.answer(ticket, Answer.of("Done.").cc("boss@jane.example"));

        assertThat(jane.ticket(ticket).cc()).containsExactly(EmailAddress.of("boss@jane.example"));
    }

    @Test
    @Tag("E1")
    void aTicketWithoutAnAccountIsNobodys() {
        TicketId ticket = john.openFor(EmailAddress.of("who@else.example"), NewTicket.of("Call", "He called."));

        Expect.in(center).notFound("ticket", () -> jane.ticket(ticket));
        Expect.in(center).notFound("ticket", () -> rita.ticket(ticket));
    }

    @Test
    @Tag("E4")
    void aResellerSeesTheirCustomersTicketsAlone() {
        TicketId bobs = center.bob().open(NewTicket.of("Site down", "Help!"));

        assertThat(rita.tickets(Optional.empty()).tickets())
                .extracting(CustomerTicketRow::id, CustomerTicketRow::account)
                .containsExactly(tuple(bobs, Optional.of(Cast.BOB.id())));
        assertThat(rita.ticket(bobs).messages()).hasSize(1);
        for (TicketId ticket : List.of(janes, TicketId.of(999))) {
            Expect.in(center).notFound("ticket", () -> rita.ticket(ticket));
            Expect.in(center).notFound("ticket", () -> rita.reply(ticket, Reply.of("Hi")));
            AttachmentId file = new AttachmentId(MessageId.publicMessage(ticket, 1), 1);
            Expect.in(center).notFound("ticket", () -> rita.download(file).to(OutputStream.nullOutputStream()));
        }
    }

    @Test
    @Tag("E4")
    void aResellerOpensAndRepliesForTheirCustomersAlone() {
        TicketId ticket = rita.openFor(
                Cast.BOB.id(), NewTicket.of("Site down", "Bob called.").service("bob.example"));
        rita.reply(ticket, Reply.of("He called again."));

        assertThat(center.bob().ticket(ticket).messages()).hasSize(2);
        assertThat(john.ticket(ticket).messages())
                .extracting(ConversationItem.Message::author)
                .containsOnly(Optional.of(new Actor.Reseller(Cast.RITA)));
        assertThat(john.ticket(ticket).header().requester())
                .isEqualTo(Cast.BOB.addresses().get(0));
        for (AccountId account : List.of(Cast.JANE.id(), AccountId.of("nobody"))) {
            Expect.in(center).notFound("account", () -> rita.openFor(account, NewTicket.of("Hi", "Hi")));
        }
    }

    @Test
    @Tag("E4")
    void aResellerRepliesAndDoesNotPutAway() {
        TicketId bobs = center.bob().open(NewTicket.of("Site down", "Help!"));

        assertThat(rita.ticket(bobs).actions()).isEqualTo(new AllowedActions(Set.of(Action.REPLY), Map.of()));
    }

    @Test
    @Tag("E4")
    void theHostsWordEndsAResellersSight() {
        TicketId bobs = center.bob().open(NewTicket.of("Site down", "Help!"));
        center.directory().people().removeReseller(Cast.RITA);

        Expect.in(center).notFound("reseller", () -> rita.ticket(bobs));
    }

    @Test
    @Tag("A1")
    void anAccountTheHostForgotLeavesItsTicketsToStaff() {
        center.directory().people().remove(Cast.JANE.id());

        assertThat(john.ticket(janes).card()).isEmpty();
        assertThat(john.ticket(janes).header().account()).contains(Cast.JANE.id());
        Expect.in(center).notFound("account", () -> jane.ticket(janes));
    }
}
