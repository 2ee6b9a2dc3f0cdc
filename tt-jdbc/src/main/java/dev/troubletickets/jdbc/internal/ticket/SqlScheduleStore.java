// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledAction.DroppedBy;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Actions at a time. The column due says when one is to be tried; it is empty once that is over. */
public final class SqlScheduleStore implements ScheduleStore {
    private static final String COLUMNS = "ticket, author, act_at, kind, technician, content, dropped_by";
    private static final String SELECT = "select id, " + COLUMNS + ", tries, refused from {scheduled}";
    private static final String IN_ORDER = " order by act_at, id";

    private final Session session;

    public SqlScheduleStore(Session session) {
        this.session = session;
    }

    @Override
    public long add(ScheduledData action) {
        ScheduledAction what = action.action();
        return session.insertForId(
                        "insert into {scheduled} (" + COLUMNS + ", due) values (" + Codes.marks(8) + ")",
                        action.ticket().value(),
                        action.by().value(),
                        action.at(),
                        what.kind().name(),
                        what.technician().map(StaffId::value).orElse(null),
                        what.text().orElse(null),
                        what.droppedBy().name(),
                        action.at())
                .orElseThrow();
    }

    @Override
    public List<ScheduledData> of(TicketId ticket) {
        return session.list(SELECT + " where ticket = ?" + IN_ORDER, SqlScheduleStore::read, ticket.value());
    }

    @Override
    public Optional<ScheduledData> lockNext(Instant now) {
        return session
                .lockFree(SELECT + " where due <= ? order by due, id limit 1", SqlScheduleStore::read, now)
                .stream()
                .findFirst();
    }

    @Override
    public boolean remove(long id) {
        return session.change("delete from {scheduled} where id = ?", id) == 1;
    }

    @Override
    public boolean move(long id, TicketId to) {
        return session.change("update {scheduled} set ticket = ? where id = ?", to.value(), id) == 1;
    }

    @Override
    public List<ScheduledData> removeDropped(TicketId ticket, Set<DroppedBy> by) {
        return of(ticket).stream()
                .filter(each -> by.contains(each.action().droppedBy()) && each.refused() == null)
                .filter(each ->
                        session.change("delete from {scheduled} where id = ? and due is not null", each.id()) == 1)
                .toList();
    }

    @Override
    public boolean postpone(long id, Instant due) {
        return session.change(
                        "update {scheduled} set due = ?, tries = tries + 1 where id = ? and due is not null", due, id)
                == 1;
    }

    @Override
    public boolean refuse(long id, String why) {
        return session.change(
                        "update {scheduled} set due = null, refused = ? where id = ? and due is not null", why, id)
                == 1;
    }

    private static ScheduledData read(Row row) throws SQLException {
        long id = row.number();
        TicketId ticket = TicketId.of(row.number());
        StaffId by = StaffId.of(row.text());
        Instant at = row.instant();
        ScheduledAction action = new ScheduledAction(
                ScheduledAction.Kind.valueOf(row.text()),
                Optional.ofNullable(row.textOrNull()).map(StaffId::of),
                Optional.ofNullable(row.textOrNull()),
                ScheduledAction.DroppedBy.valueOf(row.text()));
        return new ScheduledData(id, ticket, by, at, action, row.integer(), row.textOrNull());
    }
}
