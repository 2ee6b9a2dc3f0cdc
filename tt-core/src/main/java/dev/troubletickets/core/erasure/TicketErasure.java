// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.PersonErased;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore;
import dev.troubletickets.spi.storage.ErasureStore.JobData;
import dev.troubletickets.spi.storage.ErasureStore.MailOut;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What goes of a ticket in which a person is: everything anybody said, if it is theirs; else what they said, and their addresses. */
final class TicketErasure {
    private final Scope scope;
    private final Person person;
    private final Mention mention;
    private final TicketData ticket;
    private final boolean own;
    private final TicketData.Header header;
    private final Plan plan = new Plan();
    private int dropped;

    private TicketErasure(Scope scope, Person person, TicketData ticket) {
        this.scope = scope;
        this.person = person;
        this.mention = new Mention(person.addresses());
        this.ticket = ticket;
        this.own = isOf(person, ticket);
        this.header = own ? OwnTicket.header(ticket.header()) : withoutCc(ticket.header());
    }

    /** @param ticket as it is kept now */
    static TicketErasure of(Scope scope, Person person, TicketData ticket) {
        TicketErasure erasure = new TicketErasure(scope, person, ticket);
        erasure.plan();
        return erasure;
    }

    Plan planned() {
        return plan;
    }

    /** Under the ticket's next version, so that whoever writes it at the same moment comes before or after, and not in between. */
    void carryOut(JobData job) {
        TicketData next = new TicketData(
                ticket.id(),
                ticket.version() + 1,
                header,
                ticket.state(),
                ticket.activity(),
                ticket.clock(),
                ticket.scheduled() - dropped,
                ticket.tasks(),
                ticket.merged(),
                ticket.lock(),
                ticket.weight());
        if (!scope.stores().tickets().update(next)) {
            throw new WriteConflict("ticket " + ticket.id() + " has moved on");
        }
        plan.carryOut();
        TicketEvent event = new PersonErased(job.id().value(), own);
        scope.stores()
                .conversations()
                .add(new HistoryEntry(
                        ticket.id(),
                        next.version(),
                        0,
                        scope.now(),
                        Actor.staff(job.by()),
                        Events.type(event),
                        Events.data(event)));
    }

    static boolean isOf(Person person, TicketData ticket) {
        return person.addresses().contains(ticket.header().requester())
                || Optional.ofNullable(ticket.header().account())
                        .filter(account -> person.account().equals(Optional.of(account)))
                        .isPresent();
    }

    private void plan() {
        messages();
        history();
        operations();
        if (own) {
            dropped = new OwnTicket(scope, ticket, plan).plan();
        }
        if (!header.equals(ticket.header())) {
            plan.add(own ? Trace.TICKETS : Trace.COPIES, () -> {});
        }
    }

    private void messages() {
        ErasureStore store = scope.stores().erasures();
        List<MessageData> goes = scope.stores().conversations().allMessages(ticket.id()).stream()
                .filter(message -> (own || isTheirs(message)) && !isErased(message))
                .toList();
        goes.forEach(message -> plan.add(Trace.MESSAGES, () -> store.eraseMessage(message.id())));
        long files =
                goes.stream().mapToLong(message -> message.attachments().size()).sum();
        // they go with their messages
        plan.add(Trace.ATTACHMENTS, files, () -> {});
        Set<Long> mails = goes.stream()
                .flatMap(message -> Stream.ofNullable(message.mail()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (own) {
            mails.addAll(store.mailsInOf(ticket.id()));
        }
        mails.forEach(mail -> plan.add(Trace.MAILS_IN, () -> store.eraseMailIn(mail)));
        mailsOut(goes).forEach(mail -> plan.add(Trace.MAILS_OUT, () -> store.eraseMailOut(mail)));
    }

    /** Of others' tickets what told the staff of the words; those that name the person go by themselves. */
    private List<Long> mailsOut(List<MessageData> goes) {
        ErasureStore store = scope.stores().erasures();
        if (own) {
            return store.mailsOutOf(ticket.id());
        }
        return goes.isEmpty()
                ? List.of()
                : store.copiesOf(ticket.id()).stream()
                        .filter(mail -> !mention.isIn(mail))
                        .map(MailOut::number)
                        .toList();
    }

    private boolean isTheirs(MessageData message) {
        return isThem(message.author()) || message.from() != null && mention.is(message.from());
    }

    private boolean isThem(Actor actor) {
        return actor instanceof Actor.Customer customer && person.account().equals(Optional.of(customer.account()))
                || actor instanceof Actor.Sender sender && mention.is(sender.address());
    }

    private static boolean isErased(MessageData message) {
        return message.text().equals(Erased.TEXT)
                && message.from() == null
                && message.messageId() == null
                && message.attachments().isEmpty();
    }

    private void history() {
        for (HistoryEntry line : scope.stores().conversations().history(ticket.id())) {
            EventWords words = new EventWords(mention, own || isThem(line.actor()));
            TicketEvent event = Events.read(line.type(), line.data());
            TicketEvent rest = words.without(event);
            Actor actor = words.without(line.actor());
            if (!rest.equals(event) || !actor.equals(line.actor())) {
                HistoryEntry next = new HistoryEntry(
                        line.ticket(), line.version(), line.index(), line.at(), actor, line.type(), Events.data(rest));
                plan.add(Trace.HISTORY, () -> scope.stores().erasures().rewrite(next));
            }
        }
    }

    private void operations() {
        for (OperationData operation : scope.stores().erasures().operations(ticket.id())) {
            String rest = own ? withoutAddresses(operation.data()) : mention.without(operation.data());
            if (!rest.equals(operation.data())) {
                plan.add(Trace.OPERATIONS, () -> scope.stores().operations().rewrite(operation.id(), rest));
            }
        }
    }

    /** No address holds a quote, so each stands alone between two. */
    private static String withoutAddresses(String json) {
        String[] parts = json.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = EmailAddress.parse(parts[i]).isPresent() ? Erased.ADDRESS.value() : parts[i];
        }
        return String.join("\"", parts);
    }

    private TicketData.Header withoutCc(TicketData.Header header) {
        Set<EmailAddress> cc =
                header.cc().stream().filter(address -> !mention.is(address)).collect(Collectors.toSet());
        return OwnTicket.with(header, cc);
    }
}
