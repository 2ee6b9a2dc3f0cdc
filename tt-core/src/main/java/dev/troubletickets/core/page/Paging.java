// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

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

    private Paging() {}

    static PageToken token(Order order, TicketData last) {
        String text = String.join(
                SEPARATOR,
                order.key().name(),
                String.valueOf(order.descending()),
                String.valueOf(last.id().value()),
                key(order.key(), last).toString());
        return new PageToken(
                Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @throws Invalid if the token is none, or of another order */
    static Optional<Cursor> cursor(Order order, Optional<PageToken> token) {
        return token.map(t -> read(order, t));
    }

    private static Cursor read(Order order, PageToken token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token.value()), StandardCharsets.UTF_8);
            String[] parts = text.split(SEPARATOR, 4);
            if (parts.length == 4
                    && parts[0].equals(order.key().name())
                    && parts[1].equals(String.valueOf(order.descending()))) {
                return new Cursor(parse(order.key(), parts[3]), TicketId.of(Long.parseLong(parts[2])));
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
            case SUBJECT, CATEGORY -> text;
            case CREATED, MODIFIED, LAST_MESSAGE -> Instant.parse(text);
        };
    }
}
