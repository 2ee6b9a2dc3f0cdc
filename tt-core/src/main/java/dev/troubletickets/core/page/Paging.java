// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.Order;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ListedTicket;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cursors of lists, as opaque tokens that fit into a link. They hold nothing the list did not show. */
final class Paging {
    private static final int PAGE = 50;
    private static final String SEPARATOR = "\n";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Paging() {}

    /**
     * One page of the list, from where the token says.
     *
     * @param list the list's name, so that its tokens fit no other
     */
    static Slice slice(Scope scope, String list, TicketCriteria wanted, Optional<PageToken> from) {
        TicketCriteria criteria = wanted.page(cursor(list, wanted.order(), from), PAGE + 1);
        List<ListedTicket> found = scope.stores().tickets().list(criteria);
        List<ListedTicket> rows = found.subList(0, Math.min(found.size(), PAGE));
        Optional<PageToken> next = found.size() > rows.size()
                ? Optional.of(token(list, criteria.order(), rows.get(rows.size() - 1)))
                : Optional.empty();
        return new Slice(rows, next);
    }

    /** @param next where the next page begins; empty on the last */
    record Slice(List<ListedTicket> rows, Optional<PageToken> next) {
        Stream<TicketData> tickets() {
            return rows.stream().map(ListedTicket::ticket);
        }
    }

    private static PageToken token(String list, Order order, ListedTicket last) {
        String text = String.join(
                SEPARATOR,
                list,
                order.key().name(),
                String.valueOf(order.descending()),
                String.valueOf(last.ticket().id().value()),
                key(order.key(), last).toString());
        return new PageToken(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws Invalid if the token is none, or of another list or order */
    private static Optional<Cursor> cursor(String list, Order order, Optional<PageToken> token) {
        return token.map(t -> read(list, order, t));
    }

    private static Cursor read(String list, Order order, PageToken token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.value()), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, 5);
            if (parts.length == 5
                    && parts[0].equals(list)
                    && parts[1].equals(order.key().name())
                    && parts[2].equals(String.valueOf(order.descending()))) {
                return new Cursor(parse(order.key(), parts[4]), TicketId.of(Long.parseLong(parts[3])));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new Invalid("page", "is not a page of this list");
        }
        throw new Invalid("page", "is not a page of this list");
    }

    private static Comparable<?> key(SortKey key, ListedTicket row) {
        TicketData ticket = row.ticket();
        return switch (key) {
            case ID -> ticket.id().value();
            case SUBJECT -> ticket.header().subject().value().toLowerCase(Locale.ROOT);
            case PRIORITY -> (long) ticket.state().priority().value();
            case CATEGORY -> text(ticket.header().category(), name -> name.toLowerCase(Locale.ROOT));
            case STATUS -> (long) ticket.state().status().rank();
            case CREATED -> ticket.header().createdAt();
            case MODIFIED -> ticket.activity().modifiedAt();
            case LAST_MESSAGE -> ticket.activity().lastMessageAt();
            case REQUESTER -> ticket.header().requester().key();
            case ACCOUNT -> text(ticket.header().account(), AccountId::value);
            case RESELLER -> text(ticket.header().reseller(), ResellerId::value);
            case QUEUE -> ticket.state().queue().value();
            case ASSIGNEE -> text(ticket.state().assignee(), StaffId::value);
            case WEIGHT -> ticket.lineRank();
            case DUE -> Optional.ofNullable(ticket.clock().due()).orElse(SortKey.NEVER);
            case RELEVANCE -> row.relevance();
        };
    }

    private static <T> String text(@Nullable T value, Function<T, String> words) {
        return value == null ? "" : words.apply(value);
    }

    private static Comparable<?> parse(SortKey key, String text) {
        return switch (key) {
            case ID, PRIORITY, STATUS, QUEUE, WEIGHT, RELEVANCE -> Long.parseLong(text);
            case SUBJECT, CATEGORY, REQUESTER, ACCOUNT, RESELLER, ASSIGNEE -> MessageText.clean(text);
            case CREATED, MODIFIED, LAST_MESSAGE, DUE -> instant(text);
        };
    }

    /** A time that every storage can compare with. */
    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (instant.isBefore(Instant.EPOCH) || instant.isAfter(LATEST)) {
            throw new IllegalArgumentException("no ticket is of that time");
        }
        return instant;
    }
}
