// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.failure.Stale;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.ConversationItem;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who acts from a page that no longer shows the ticket as it is is told what is new, and nothing is written (G7). */
class StalePageTest extends BehaviourTest {
    @Test
    @Tag("G7")
    void anAnswerFromAnOldPageIsRefusedWithTheNews() {
        TicketId ticket = center.taken();
        SeenTicket seen = john.ticket(ticket).seen();
        jane.reply(ticket, Reply.of("Solved it myself."));
        kate.note(ticket, "She called, too.");

        Stale stale = Expect.in(center).stale(() -> john.answer(seen, Answer.of("Try this.")));

        assertThat(stale.ticket()).isEqualTo(ticket);
        assertThat(stale.news())
                .extracting(item -> item instanceof ConversationItem.Message m ? m.text() : "-")
                .containsExactly("-", "Solved it myself.", "-", "She called, too.");
        john.answer(john.ticket(ticket).seen(), Answer.of("Glad to hear."));
    }

    @Test
    @Tag("G7")
    void everyStaffActFromAnOldPageIsRefused() {
        TicketId ticket = center.taken();
        SeenTicket seen = john.ticket(ticket).seen();
        jane.reply(ticket, Reply.of("Solved."));
        center.admin().give(Cast.JOHN, Permission.DELETE);
        List<Consumer<TicketRef>> acts = List.of(
                ref -> john.pickUp(ref),
                ref -> john.assign(ref, Cast.KATE),
                ref -> john.release(ref),
                ref -> john.note(ref, "Hi"),
                ref -> john.editMessage(ref, MessageId.publicMessage(ticket, 1), "Hi"),
                ref -> john.hold(ref),
                ref -> john.resolve(ref),
                ref -> john.close(ref),
                ref -> john.reopen(ref),
                ref -> john.change(ref, Edit.priority(1)),
                ref -> john.delete(ref));

        for (Consumer<TicketRef> act : acts) {
            Expect.in(center).stale(() -> act.accept(seen));
        }
    }

    @Test
    @Tag("G7")
    void everyCustomersActFromAnOldPageIsRefused() {
        TicketId ticket = center.rita().openFor(Cast.BOB.id(), NewTicket.of("Site down", "Help!"));
        SeenTicket seen = center.bob().ticket(ticket).seen();
        john.pickUp(ticket);
        john.answer(ticket, Answer.of("Up again.").note("A disk."));
        List<Consumer<TicketRef>> acts = List.of(
                ref -> center.bob().reply(ref, Reply.of("Hi")),
                ref -> center.bob().close(ref),
                ref -> center.bob().archive(ref),
                ref -> center.bob().reopen(ref),
                ref -> center.rita().reply(ref, Reply.of("Hi")));

        for (Consumer<TicketRef> act : acts) {
            Stale stale = Expect.in(center).stale(() -> act.accept(seen));
            assertThat(stale.news())
                    .extracting(item -> ((ConversationItem.Message) item).text())
                    .containsExactly("Up again.");
        }
    }

    @Test
    @Tag("G7")
    void whatACustomerCannotSeeDoesNotMakeTheirPageStale() {
        TicketId ticket = center.taken();
        SeenTicket seen = jane.ticket(ticket).seen();
        john.note(ticket, "Odd.");
        john.change(ticket, Edit.priority(90), Edit.summary("Odd."));
        john.assign(ticket, Cast.KATE);

        jane.reply(seen, Reply.of("Hello?"));
    }

    @Test
    @Tag("G7")
    void readingAndSendingDoNotMakeAPageStale() {
        TicketId ticket = center.taken();
        john.answer(ticket, Answer.of("Which?").keepOpen());
        SeenTicket seen = john.ticket(ticket).seen();
        center.run();
        jane.ticket(ticket);
        kate.ticket(ticket);

        john.note(seen, "Waiting.");
    }

    @Test
    @Tag("G7")
    void aNumberAloneTakesTheTicketAsItIs() {
        TicketId ticket = center.taken();
        jane.reply(ticket, Reply.of("More."));

        john.answer(ticket, Answer.of("Fixed."));
    }

    @Test
    @Tag("G7")
    void aMarkFromAFormFieldIsAsGoodAsThePage() {
        TicketId ticket = center.taken();
        long mark = john.ticket(ticket).seen().mark();

        john.note(ticket.seenAt(mark), "Odd.");

        Expect.in(center).stale(() -> john.note(ticket.seenAt(mark), "Odd."));
        Expect.in(center).stale(() -> john.note(ticket.seenAt(Long.MIN_VALUE), "Odd."));
        Expect.in(center).stale(() -> jane.reply(ticket.seenAt(Long.MIN_VALUE), Reply.of("Hi")));
    }
}
