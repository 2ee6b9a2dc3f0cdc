// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.Order;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The order of a list, and what comes after a cursor in it. Texts compare in lower case, by their characters' numbers. */
final class TicketOrder implements Comparator<TicketData> {
    private final Order order;
    private final MemoryWords words;

    TicketOrder(Order order, MemoryWords words) {
        this.order = order;
        this.words = words;
    }

    @Override
    public int compare(TicketData one, TicketData other) {
        return compare(
                key(one, order.key()),
                one.id().value(),
                key(other, order.key()),
                other.id().value());
    }

    Predicate<TicketData> after(Optional<Cursor> cursor) {
        return cursor.<Predicate<TicketData>>map(last -> ticket -> compare(
                                key(ticket, order.key()),
                                ticket.id().value(),
                                last.key(),
                                last.id().value())
                        > 0)
                .orElse(ticket -> true);
    }

    @SuppressWarnings("unchecked")
    private int compare(Comparable<?> key, long id, Comparable<?> otherKey, long otherId) {
        int byKey = ((Comparable<Object>) key).compareTo(otherKey);
        int result = byKey == 0 ? Long.compare(id, otherId) : byKey;
        return order.descending() ? -result : result;
    }

    @SuppressWarnings("EnumOrdinal") // the enum's order is what the SPI asks for; nothing of it is kept
    private Comparable<?> key(TicketData ticket, SortKey key) {
        return switch (key) {
            case ID -> ticket.id().value();
            case SUBJECT -> lower(ticket.header().subject().value());
            case PRIORITY -> (long) ticket.state().priority().value();
            case CATEGORY -> lower(ticket.header().category());
            case STATUS -> (long) ticket.state().status().rank();
            case CREATED -> ticket.header().createdAt();
            case MODIFIED -> ticket.activity().modifiedAt();
            case LAST_MESSAGE -> ticket.activity().lastMessageAt();
            case REQUESTER -> ticket.header().requester().key();
            case ACCOUNT -> text(ticket.header().account());
            case RESELLER -> text(ticket.header().reseller());
            case QUEUE -> ticket.state().queue().value();
            case ASSIGNEE -> text(ticket.state().assignee());
            case WEIGHT -> ticket.lineRank();
            case DUE -> Optional.ofNullable(ticket.clock().due()).orElse(SortKey.NEVER);
            case RELEVANCE -> words.relevance(ticket);
        };
    }

    private static String text(@Nullable Object id) {
        return id == null ? "" : id.toString();
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}
