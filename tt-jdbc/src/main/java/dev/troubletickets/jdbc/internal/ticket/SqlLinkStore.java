// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.LinkData;
import dev.troubletickets.spi.storage.LinkStore;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

public final class SqlLinkStore implements LinkStore {
    private static final String COLUMNS = "from_ticket, to_ticket, kind, linked_at";
    private static final String NEWEST_FIRST =
            " order by linked_at desc, to_ticket desc, from_ticket desc, kind limit ";

    private final Session session;

    public SqlLinkStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(LinkData link) {
        session.laterIfAbsent(
                "insert into {link} (" + COLUMNS + ") values (?, ?, ?, ?)",
                link.from().value(),
                link.to().value(),
                link.kind().name(),
                link.at());
    }

    /** In two halves, each of which has its index. */
    @Override
    public List<LinkData> of(Collection<TicketId> tickets, int limit) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        Object[] ids = tickets.stream().map(TicketId::value).toArray();
        String in = " in (" + Codes.marks(ids.length) + ")";
        String select = "select " + COLUMNS + " from {link} where ";
        return session.list(
                select + "from_ticket" + in + " union " + select + "to_ticket" + in + NEWEST_FIRST + limit,
                SqlLinkStore::link,
                Codes.twice(ids));
    }

    @Override
    public Optional<TicketId> latest(TicketId from, LinkData.Kind kind) {
        return session.first(
                "select " + COLUMNS + " from {link} where from_ticket = ? and kind = ?" + NEWEST_FIRST + 1,
                row -> link(row).to(),
                from.value(),
                kind.name());
    }

    private static LinkData link(Row row) throws SQLException {
        return new LinkData(
                TicketId.of(row.number()), TicketId.of(row.number()), LinkData.Kind.valueOf(row.text()), row.instant());
    }
}
