// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.TicketData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which ticket texts are found in: stored with them, so that a search needs to follow no pointers. Written when a pointer changes, for
 * the ticket and all that was merged into it.
 */
final class TextRoots {
    private final Session session;

    TextRoots(Session session) {
        this.session = session;
    }

    /**
     * Where a text is found.
     *
     * @param staffs through all pointers
     * @param customers no further than to the customer's own ticket
     */
    record Root(long staffs, long customers) {}

    private record Child(long id, long parent, boolean apart) {}

    /** After the ticket's own pointer was written. */
    void follow(TicketData ticket) {
        Map<Long, Root> roots = new LinkedHashMap<>();
        roots.put(ticket.id().value(), of(ticket));
        List<Long> level = List.of(ticket.id().value());
        while (!level.isEmpty()) {
            level = mergedInto(level).stream()
                    .filter(child -> roots.putIfAbsent(child.id(), below(roots.get(child.parent()), child)) == null)
                    .map(Child::id)
                    .toList();
        }
        roots.forEach(this::write);
    }

    /** Held, so that nobody takes one of them out meanwhile. */
    private List<Child> mergedInto(List<Long> targets) {
        String which = " from {ticket} where merged_into in (" + Codes.marks(targets.size()) + ")";
        session.lock("select id" + which, targets.toArray());
        return session.list(
                "select id, merged_into, apart" + which,
                row -> new Child(row.number(), row.number(), row.flag()),
                targets.toArray());
    }

    private Root of(TicketData ticket) {
        long id = ticket.id().value();
        TicketData.Merged merged = ticket.merged();
        if (merged == null) {
            return new Root(id, id);
        }
        long into = merged.into().value();
        return below(stored(into).orElse(new Root(into, into)), new Child(id, into, merged.apart()));
    }

    private static Root below(@Nullable Root parent, Child child) {
        return parent == null
                ? new Root(child.id(), child.id())
                : new Root(parent.staffs(), child.apart() ? child.id() : parent.customers());
    }

    private Optional<Root> stored(long ticket) {
        return session.first(
                "select root, own_root from {ticket_text} where ticket = ?",
                row -> new Root(row.number(), row.number()),
                ticket);
    }

    private void write(long ticket, Root root) {
        session.later(
                "update {ticket_text} set root = ?, own_root = ? where ticket = ?",
                root.staffs(),
                root.customers(),
                ticket);
        for (String shown : List.of("ticket = ? and shown_in is null", "shown_in = ?")) {
            session.later(
                    "update {message} set root = ?, own_root = ? where " + shown,
                    root.staffs(),
                    root.customers(),
                    ticket);
        }
    }
}
