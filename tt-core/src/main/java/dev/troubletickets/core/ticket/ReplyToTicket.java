// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Adds the customer's follow-up (A7), or opens another ticket with it if this one can no longer be reopened (G14). */
public final class ReplyToTicket {
    private static final int MOST = 100;

    private final OpenTicket openTicket;

    public ReplyToTicket(OpenTicket openTicket) {
        this.openTicket = openTicket;
    }

    /** @return the ticket the words went to */
    public TicketId fromForm(Scope scope, Case ticket, Words words, Party writer) {
        Allowance.text(scope.settings().limits(), words.text());
        Allowance.files(scope.settings().limits(), words.attachments());
        Optional.ofNullable(ticket.header().account()).ifPresent(account -> Admission.admit(scope, account));
        Followed followed = fromCustomer(scope, ticket, words, writer);
        followed.opened().ifPresent(opened -> openTicket.tell(scope, opened, words.text()));
        return followed.ticket().id();
    }

    public Followed fromCustomer(Scope scope, Case ticket, Words words, Party writer) {
        Step step = new Step.CustomerWrites(words.channel());
        Set<TicketId> passed = new HashSet<>();
        Case at = ticket;
        while (passed.add(at.id())) {
            Case newest = newest(scope, at, step);
            if (newest.id().equals(at.id()) || writer.takesPart().test(newest.data())) {
                return say(scope, newest, step, words);
            }
            Optional<Case> own = own(scope, at, writer, passed);
            if (own.isEmpty()) {
                break;
            }
            at = own.get();
        }
        Requester self = writer.self().apply(at.data());
        return Followed.by(openTicket.continuingApart(scope, at, words, self));
    }

    private Followed say(Scope scope, Case ticket, Step step, Words words) {
        if (ticket.refusal(step).isPresent()) {
            return Followed.by(openTicket.continuing(scope, ticket, words));
        }
        TicketData after = ticket.take(step).say(MessageKind.CUSTOMER, words).save(words.author());
        return new Followed(after, Optional.empty());
    }

    /** Where a ticket that can no longer be reopened goes on, or that ticket itself. */
    private static Case newest(Scope scope, Case ticket, Step step) {
        Set<TicketId> passed = new HashSet<>(Set.of(ticket.id()));
        Case newest = ticket;
        while (newest.refusal(step).isPresent()) {
            Optional<Case> next = scope.stores()
                    .links()
                    .latest(newest.id(), LinkData.Kind.CONTINUED)
                    .flatMap(id -> Roots.ofCustomer(scope, id))
                    // unless what continued it has been merged into it
                    .filter(found -> passed.add(found.id()))
                    .map(found -> Case.of(scope, found));
            if (next.isEmpty()) {
                return newest;
            }
            newest = next.get();
        }
        return newest;
    }

    /** The ticket that the writer's own words for this one have opened. */
    private static Optional<Case> own(Scope scope, Case ticket, Party writer, Set<TicketId> passed) {
        return scope.stores().links().of(List.of(ticket.id()), MOST).stream()
                .filter(link -> link.kind() == LinkData.Kind.CONTINUED_APART
                        && link.from().equals(ticket.id()))
                .flatMap(link -> Roots.ofCustomer(scope, link.to()).stream())
                .filter(writer.takesPart())
                .filter(found -> !passed.contains(found.id()))
                .findFirst()
                .map(found -> Case.of(scope, found));
    }

    /** Words of a machine: kept, and nothing else (G5). */
    public static void fromMachine(Case ticket, Words words) {
        ticket.take(new Step.MachineWrites()).say(MessageKind.AUTOMATIC, words).save(words.author());
    }

    /**
     * Someone who takes part in a ticket on the customer's side. Where they take none in what continues it, they get a ticket of their own,
     * and that one stays as it is.
     *
     * @param takesPart in which tickets
     * @param self whose a ticket of their own is; given the one that it continues
     */
    public record Party(Predicate<TicketData> takesPart, Function<TicketData, Requester> self) {}

    /** @param opened the words opened the ticket, for the one they were meant for could no longer be reopened */
    public record Followed(TicketData ticket, Optional<OpenTicket.Opened> opened) {
        private static Followed by(OpenTicket.Opened opened) {
            return new Followed(opened.ticket(), Optional.of(opened));
        }
    }
}
