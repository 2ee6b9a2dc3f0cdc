// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OperationStore;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

public final class SqlOperationStore implements OperationStore {
    private static final String COLUMNS = "ticket, version, kind, done_at, actor_kind, actor, content, undone";

    private final Session session;

    public SqlOperationStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(OperationData operation) {
        session.later(
                "insert into {operation} (" + COLUMNS + ") values (" + Codes.marks(8) + ")",
                operation.id().ticket().value(),
                operation.id().version(),
                operation.kind().name(),
                operation.at(),
                Codes.kind(operation.by()),
                Codes.name(operation.by()),
                operation.data(),
                operation.undone());
    }

    @Override
    public Optional<OperationData> find(OperationId id) {
        return session.first(
                "select " + COLUMNS + " from {operation} where ticket = ? and version = ?",
                SqlOperationStore::operation,
                id.ticket().value(),
                id.version());
    }

    @Override
    public List<OperationData> inForce(Collection<TicketId> tickets, int limit) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return session.list(
                "select " + COLUMNS + " from {operation} where ticket in (" + Codes.marks(tickets.size())
                        + ") and not undone order by done_at desc, ticket desc, version desc limit " + limit,
                SqlOperationStore::operation,
                tickets.stream().map(TicketId::value).toArray());
    }

    /** Undone ones too. */
    public List<OperationData> all(TicketId ticket) {
        return session.list(
                "select " + COLUMNS + " from {operation} where ticket = ? order by version",
                SqlOperationStore::operation,
                ticket.value());
    }

    @Override
    public boolean rewrite(OperationId id, String data) {
        return session.change(
                        "update {operation} set content = ? where ticket = ? and version = ?",
                        data,
                        id.ticket().value(),
                        id.version())
                == 1;
    }

    @Override
    public boolean undo(OperationId id) {
        return session.change(
                        "update {operation} set undone = true where ticket = ? and version = ? and not undone",
                        id.ticket().value(),
                        id.version())
                == 1;
    }

    private static OperationData operation(Row row) throws SQLException {
        return new OperationData(
                new OperationId(TicketId.of(row.number()), row.number()),
                OperationData.Kind.valueOf(row.text()),
                row.instant(),
                Codes.actor(row.text(), row.text()),
                row.text(),
                row.flag());
    }
}
