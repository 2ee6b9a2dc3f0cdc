// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.erasure.Person;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Locale;
import java.util.Optional;

/** Whether a person is in a ticket. */
final class Traces {
    private final Tables tables;
    private final Person person;

    Traces(Tables tables, Person person) {
        this.tables = tables;
        this.person = person;
    }

    boolean areIn(TicketData ticket) {
        return isTheirs(ticket.header())
                || tables.messages.rows().stream()
                        .anyMatch(message -> isIn(message, ticket) && (acts(message.author()) || writes(message)))
                || Tables.Line.of(tables.history, ticket.id()).stream().anyMatch(this::isNamedIn)
                || tables.operations.rows().stream()
                        .anyMatch(operation ->
                                operation.id().ticket().equals(ticket.id()) && isNamedIn(operation.data()));
    }

    private boolean isTheirs(TicketData.Header header) {
        return Optional.ofNullable(header.account()).equals(person.account()) && header.account() != null
                || person.addresses().contains(header.requester())
                || header.cc().stream().anyMatch(person.addresses()::contains);
    }

    private static boolean isIn(MessageData message, TicketData ticket) {
        return message.id().ticket().equals(ticket.id()) || message.shownIn().equals(ticket.id());
    }

    private boolean writes(MessageData message) {
        return message.from() != null && person.addresses().contains(message.from());
    }

    private boolean isNamedIn(HistoryEntry line) {
        return acts(line.actor()) || isNamedIn(line.data());
    }

    private boolean acts(Actor actor) {
        return actor instanceof Actor.Customer customer && person.account().equals(Optional.of(customer.account()))
                || actor instanceof Actor.Sender sender && person.addresses().contains(sender.address());
    }

    private boolean isNamedIn(String words) {
        String lower = words.toLowerCase(Locale.ROOT);
        return person.addresses().stream().map(EmailAddress::key).anyMatch(lower::contains);
    }
}
