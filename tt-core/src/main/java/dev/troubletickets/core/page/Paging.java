// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.Order;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.PageToken;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Cursors of lists, as opaque tokens that fit into a link. They hold nothing the list did not show. */
final class Paging {
    static final int PAGE = 50;
    private static final String SEPARATOR = "\n";
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Paging() {}

    /** @param list the list's name, so that its tokens fit no other */
    static PageToken token(String list, Order order, TicketData last) {
        String text = String.join(
                SEPARATOR,
                list,
                order.key().name(),
                String.valueOf(order.descending()),
                String.valueOf(last.id().value()),
                key(order.key(), last).toString());
        return new PageToken(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws Invalid if the token is none, or of another list or order */
    static Optional<Cursor> cursor(String list, Order order, Optional<PageToken> token) {
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

    private static Comparable<?> key(SortKey key, TicketData ticket) {
        return switch (key) {
            case ID -> ticket.id().value();
            case SUBJECT -> ticket.header().subject().value().toLowerCase(Locale.ROOT);
            case PRIORITY -> (long) ticket.state().priority().value();
            case CATEGORY ->
                Optional.ofNullable(ticket.header().category())
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .orElse("");
            case STATUS -> (long) ticket.state().status().rank();
            case CREATED -> ticket.header().createdAt();
            case MODIFIED -> ticket.activity().modifiedAt();
            case LAST_MESSAGE -> ticket.activity().lastMessageAt();
        };
    }

    private static Comparable<?> parse(SortKey key, String text) {
        return switch (key) {
            case ID, PRIORITY, STATUS -> Long.parseLong(text);
            case SUBJECT, CATEGORY -> MessageText.clean(text);
            case CREATED, MODIFIED, LAST_MESSAGE -> instant(text);
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
