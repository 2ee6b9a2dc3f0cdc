// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.AttachmentView;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Delivery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A ticket's conversation as its reader may see it: customers never even load notes. */
public final class Conversation {
    private Conversation() {}

    /** Public messages, oldest first, from the given number on (1 for all). */
    static List<ConversationItem.Message> forCustomer(Scope scope, TicketId ticket, int from) {
        return scope.stores().conversations().publicMessages(ticket).stream()
                .filter(message -> message.id().number() >= from)
                .map(message -> item(message, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Everything said and done, oldest first, from the given version on (1 for all). */
    static List<ConversationItem> forStaff(Scope scope, TicketId ticket, long from) {
        Map<MessageId, Delivery> deliveries = scope.stores().outbox().deliveries(ticket);
        List<Placed> placed = new ArrayList<>();
        for (HistoryEntry entry : scope.stores().conversations().history(ticket)) {
            placed.add(new Placed(
                    entry.version(),
                    new ConversationItem.SystemLine(
                            entry.at(), entry.actor(), Events.read(entry.type(), entry.data()))));
        }
        for (MessageData message : scope.stores().conversations().allMessages(ticket)) {
            placed.add(new Placed(
                    message.version(),
                    item(message, Optional.of(message.author()), Optional.ofNullable(deliveries.get(message.id())))));
        }
        return placed.stream()
                .filter(each -> each.version >= from)
                .sorted(Comparator.comparingLong(Placed::version))
                .map(Placed::item)
                .toList();
    }

    /** What has come since a page was shown, for the one it was shown to. */
    public static List<ConversationItem> news(Scope scope, Viewer viewer, TicketId ticket, long mark) {
        return viewer.isStaff()
                ? forStaff(scope, ticket, mark + 1)
                : List.copyOf(forCustomer(scope, ticket, Math.toIntExact(mark + 1)));
    }

    private static ConversationItem.Message item(
            MessageData message, Optional<Actor> author, Optional<Delivery> delivery) {
        List<AttachmentView> files = message.attachments().stream()
                .map(file -> new AttachmentView(file.id(), file.name(), file.type(), file.size()))
                .toList();
        return new ConversationItem.Message(
                message.id(),
                message.kind(),
                message.at(),
                author,
                message.authorName(),
                Optional.ofNullable(message.from()),
                message.channel(),
                message.text(),
                files,
                Optional.ofNullable(message.editedAt()),
                delivery);
    }

    private record Placed(long version, ConversationItem item) {}
}
