// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Dialect;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Cursor;
import dev.troubletickets.spi.storage.TicketCriteria.Order;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import java.time.Instant;
import java.util.List;

/** The order of a list, and the condition that a page begins after a row: by key and id, so that an index can begin there too. */
final class TicketOrder {
    private TicketOrder() {}

    static void after(Cursor cursor, Order order, TicketFilter filter) {
        String than = order.descending() ? "<" : ">";
        if (order.key() == SortKey.ID) {
            filter.add("t.id " + than + " ?", cursor.id().value());
            return;
        }
        requireFit(cursor.key(), order.key());
        String column = column(order.key());
        filter.add(column + " " + than + "= ?", cursor.key());
        filter.add(
                "(" + column + ", t.id) " + than + " (?, ?)",
                cursor.key(),
                cursor.id().value());
    }

    static String by(TicketCriteria criteria, TicketFilter filter, Dialect dialect) {
        String direction = criteria.order().descending() ? " desc" : "";
        StringBuilder sql = new StringBuilder(" order by ");
        if (dialect.sortsByWholeIndex()) {
            leading(filter.fixed())
                    .forEach(column -> sql.append("t.").append(column).append(", "));
        }
        if (criteria.order().key() != SortKey.ID) {
            sql.append(column(criteria.order().key())).append(direction).append(", ");
        }
        return sql.append("t.id")
                .append(direction)
                .append(" limit ")
                .append(criteria.limit())
                .toString();
    }

    /** The first columns of the index that such a list has. */
    private static List<String> leading(List<String> fixed) {
        if (fixed.contains("active") && fixed.contains("assignee")) {
            return List.of("active", "assignee");
        }
        return List.of("account", "reseller", "requester_key", "status").stream()
                .filter(fixed::contains)
                .limit(1)
                .toList();
    }

    private static void requireFit(Comparable<?> value, SortKey key) {
        boolean fits = switch (key) {
            case ID, PRIORITY, STATUS, QUEUE, WEIGHT, RELEVANCE -> value instanceof Long;
            case SUBJECT, CATEGORY, REQUESTER, ACCOUNT, RESELLER, ASSIGNEE -> value instanceof String;
            case CREATED, MODIFIED, LAST_MESSAGE, DUE -> value instanceof Instant;
        };
        if (!fits) {
            throw new IllegalArgumentException("a cursor of another order");
        }
    }

    private static String column(SortKey key) {
        return switch (key) {
            case ID -> "t.id";
            case SUBJECT -> "t.subject_key";
            case PRIORITY -> "t.priority";
            case CATEGORY -> "t.category_key";
            case STATUS -> "t.status";
            case CREATED -> "t.created_at";
            case MODIFIED -> "t.modified_at";
            case LAST_MESSAGE -> "t.last_message_at";
            case REQUESTER -> "t.requester_key";
            case ACCOUNT -> "coalesce(t.account, '')";
            case RESELLER -> "coalesce(t.reseller, '')";
            case QUEUE -> "t.queue";
            case ASSIGNEE -> "coalesce(t.assignee, '')";
            case WEIGHT -> "t.line_rank";
            case DUE -> "t.due";
            case RELEVANCE -> "t.relevance";
        };
    }
}
