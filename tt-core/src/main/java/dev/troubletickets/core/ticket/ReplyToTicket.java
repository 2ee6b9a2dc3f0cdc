// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Reply;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;
import java.util.function.Predicate;

/** Adds the customer's follow-up (A7), or opens another ticket with it if this one can no longer be reopened (G14). */
public final class ReplyToTicket {
    private final OpenTicket openTicket;

    public ReplyToTicket(OpenTicket openTicket) {
        this.openTicket = openTicket;
    }

    /**
     * @param theirs which tickets the writer may write to
     * @return the ticket the words went to
     */
    public TicketId fromForm(Scope scope, Case ticket, Reply reply, Writer writer, Predicate<TicketData> theirs) {
        Allowance.text(scope.settings().limits(), reply.text());
        Allowance.files(scope.settings().limits(), reply.attachments());
        Words words = Words.of(writer.actor(), writer.name(), Channel.PANEL, reply.text(), reply.attachments());
        Followed followed = fromCustomer(scope, ticket, words, theirs);
        followed.opened().ifPresent(opened -> openTicket.tell(scope, opened, reply.text()));
        return followed.ticket().id();
    }

    /** @param theirs which tickets the writer may write to */
    public Followed fromCustomer(Scope scope, Case ticket, Words words, Predicate<TicketData> theirs) {
        Step step = new Step.CustomerWrites(words.channel());
        Case newest = ticket;
        while (newest.refusal(step).isPresent()) {
            Optional<Case> next = scope.stores()
                    .links()
                    .latest(newest.id(), LinkData.Kind.CONTINUED)
                    .flatMap(id -> Roots.ofCustomer(scope, id))
                    .filter(theirs)
                    .map(found -> Case.of(scope, found));
            if (next.isEmpty()) {
                OpenTicket.Opened opened = openTicket.continuing(scope, newest, words);
                return new Followed(opened.ticket(), Optional.of(opened));
            }
            newest = next.get();
        }
        TicketData after = newest.take(step).say(MessageKind.CUSTOMER, words).save(words.author());
        return new Followed(after, Optional.empty());
    }

    /** Words of a machine: kept, and nothing else (G5). */
    public static void fromMachine(Case ticket, Words words) {
        ticket.take(new Step.MachineWrites()).say(MessageKind.AUTOMATIC, words).save(words.author());
    }

    /** @param name as readers of the ticket see it */
    public record Writer(Actor actor, String name) {}

    /** @param opened the words opened the ticket, for the one they were meant for could no longer be reopened */
    public record Followed(TicketData ticket, Optional<OpenTicket.Opened> opened) {}
}
