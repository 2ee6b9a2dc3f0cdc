// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.MessageEdited;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.inclusions.EncryptedBlocks.Place;
import dev.troubletickets.inclusions.EncryptedBlocks.Shown;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Delivery;
import dev.troubletickets.view.InclusionPlace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A ticket's conversation as its reader may see it, with that of merged tickets: customers never even load notes. */
public final class Conversation {
    private Conversation() {}

    /** Public messages, oldest first. */
    static List<ConversationItem.Message> forCustomer(Scope scope, TicketData ticket) {
        List<MessageData> messages = words(scope, Family.of(scope, ticket));
        Reading reading = Reading.of(scope, ticket, messages);
        return messages.stream().map(message -> toCustomer(message, reading)).toList();
    }

    /** Without its author, whom customers know by name alone. */
    static ConversationItem.Message toCustomer(MessageData message, Reading reading) {
        return item(message, reading, Optional.empty(), Optional.empty());
    }

    /** What the customer of the family's root is shown, oldest first. */
    public static List<MessageData> words(Scope scope, Family family) {
        Strands<MessageData> strands = new Strands<>();
        for (MessageData message : scope.stores().conversations().publicMessages(family.customersIds())) {
            strands.add(message.id().ticket().value(), message.at(), message);
        }
        return strands.inOrder();
    }

    /** All that is shown in the ticket itself, notes too, as it stands in the conversation; nothing of merged tickets. */
    public static List<MessageData> shownIn(Scope scope, TicketId ticket) {
        Strands<MessageData> strands = new Strands<>();
        for (MessageData message : scope.stores().conversations().allMessages(ticket)) {
            strands.add(message.id().ticket().value(), message.at(), message);
        }
        return strands.inOrder();
    }

    /** Everything said and done, oldest first. */
    static List<ConversationItem> forStaff(Scope scope, Family family) {
        return lines(scope, family).stream().map(Line::item).toList();
    }

    /** Everything said and done, each with the ticket and the version it came with. */
    static List<Line> lines(Scope scope, Family family) {
        Map<Long, List<Line>> strands = new TreeMap<>();
        List<Line> history = history(scope, family);
        Set<MessageId> told = history.stream()
                .filter(line -> heard(line)
                        .filter(message -> !message.ticket().equals(line.ticket()))
                        .isPresent())
                .flatMap(line -> heard(line).stream())
                .collect(Collectors.toSet());
        history.stream().filter(line -> !isToldTwice(line, told)).forEach(line -> add(strands, line));
        List<MessageData> messages = scope.stores().conversations().allMessages(family.ids());
        Reading reading = Reading.of(scope, family.root(), messages);
        Map<MessageId, Delivery> deliveries = scope.stores().outbox().deliveries(homes(family, messages));
        for (MessageData message : messages) {
            Optional<Delivery> delivery = Optional.ofNullable(deliveries.get(message.id()));
            ConversationItem item = item(message, reading, Optional.of(message.author()), delivery);
            add(strands, new Line(message.id().ticket(), message.version(), message.shownIn(), item));
        }
        Strands<Line> all = new Strands<>();
        strands.forEach((strand, lines) -> lines.stream()
                .sorted(Comparator.comparingLong(Line::version))
                .forEach(line -> all.add(strand, line.item().at(), line)));
        return all.inOrder();
    }

    private static List<Line> history(Scope scope, Family family) {
        List<Line> lines = new ArrayList<>();
        for (HistoryEntry entry : scope.stores().conversations().history(family.ids())) {
            TicketEvent event = Events.read(entry.type(), entry.data());
            ConversationItem item =
                    new ConversationItem.SystemLine(entry.ticket(), entry.at(), entry.actor(), shown(event));
            lines.add(new Line(entry.ticket(), entry.version(), entry.ticket(), item));
        }
        return lines;
    }

    private static void add(Map<Long, List<Line>> strands, Line line) {
        strands.computeIfAbsent(line.ticket().value(), ticket -> new ArrayList<>())
                .add(line);
    }

    /** What the customer of a ticket that was kept apart wrote is in the history of both; the other's line is enough. */
    private static boolean isToldTwice(Line line, Set<MessageId> told) {
        return heard(line)
                .filter(message -> message.ticket().equals(line.ticket()) && told.contains(message))
                .isPresent();
    }

    private static Optional<MessageId> heard(Line line) {
        TicketEvent event = line.item() instanceof ConversationItem.SystemLine system ? system.event() : null;
        if (event instanceof TicketEvent.CustomerReplied replied) {
            return Optional.of(replied.message());
        }
        return event instanceof TicketEvent.AutomaticMailReceived received
                ? Optional.of(received.message())
                : Optional.empty();
    }

    private static Collection<TicketId> homes(Family family, List<MessageData> messages) {
        return Stream.concat(
                        family.ids().stream(),
                        messages.stream().map(message -> message.id().ticket()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ConversationItem.Message item(
            MessageData message, Reading reading, Optional<Actor> author, Optional<Delivery> delivery) {
        // who is in CC has keys that are not the customer's business
        List<String> encryptedTo = reading.encryptedTo(message).stream()
                .limit(author.isPresent() ? Long.MAX_VALUE : 1)
                .toList();
        Shown shown = EncryptedBlocks.in(message.text()).shown();
        return new ConversationItem.Message(
                message.id(),
                message.kind(),
                message.at(),
                author,
                message.authorName(),
                Optional.ofNullable(message.from()),
                message.channel(),
                shown.text(),
                reading.passages(message),
                inclusions(message.id(), shown.places()),
                reading.files(message),
                Optional.ofNullable(message.editedAt()),
                delivery,
                encryptedTo);
    }

    private static List<InclusionPlace> inclusions(MessageId message, List<Place> places) {
        return IntStream.range(0, places.size())
                .mapToObj(i -> new InclusionPlace(
                        new InclusionId(message, i + 1),
                        places.get(i).start(),
                        places.get(i).end()))
                .toList();
    }

    private static TicketEvent shown(TicketEvent event) {
        return event instanceof MessageEdited edited
                ? new MessageEdited(
                        edited.message(),
                        EncryptedBlocks.in(edited.before()).shown().text())
                : event;
    }

    /**
     * @param ticket in whose history or numbering it is
     * @param shownIn in which it is read
     */
    record Line(TicketId ticket, long version, TicketId shownIn, ConversationItem item) {}
}
