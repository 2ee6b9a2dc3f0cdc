// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Reply;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageKind;

/** Adds the customer's follow-up (A7). */
public final class ReplyToTicket {
    private ReplyToTicket() {}

    public static void fromForm(Scope scope, Case ticket, Reply reply, Actor actor, String name) {
        Allowance.text(scope.settings().limits(), reply.text());
        Allowance.files(scope.settings().limits(), reply.attachments());
        fromCustomer(ticket, Words.of(actor, name, Channel.PANEL, reply.text(), reply.attachments()));
    }

    public static void fromCustomer(Case ticket, Words words) {
        ticket.take(new Step.CustomerWrites(words.channel()))
                .say(MessageKind.CUSTOMER, words)
                .save(words.author());
    }

    /** Words of a machine: kept, and nothing else (G5). */
    public static void fromMachine(Case ticket, Words words) {
        ticket.take(new Step.MachineWrites()).say(MessageKind.AUTOMATIC, words).save(words.author());
    }
}
