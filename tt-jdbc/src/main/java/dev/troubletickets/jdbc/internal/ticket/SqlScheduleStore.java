// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Files;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Actions at a time. The column due says when one is to be tried; it is empty once that is over. */
public final class SqlScheduleStore implements ScheduleStore {
    private static final String COLUMNS = "ticket, author, act_at, kind, technician, content, answer, dropped_by";
    private static final String SELECT = "select id, " + COLUMNS + ", tries, refused from {scheduled} s";
    private static final String IN_ORDER = " order by act_at, id";
    /** An earlier one of the ticket that is held by another unit is there until that has ended. */
    private static final String IN_TURN =
            " and not exists (select 1 from {scheduled} earlier where earlier.ticket = s.ticket"
                    + " and (earlier.due < s.due or (earlier.due = s.due and earlier.id < s.id)))";

    private final Session session;
    private final Files files;

    public SqlScheduleStore(Session session) {
        this.session = session;
        this.files = new Files(session, "{scheduled_file}", List.of("scheduled", "file"));
    }

    @Override
    public long add(ScheduledData action) {
        ScheduledAction what = action.action();
        return session.insertForId(
                        "insert into {scheduled} (" + COLUMNS + ", due) values (" + Codes.marks(9) + ")",
                        action.ticket().value(),
                        action.by().value(),
                        action.at(),
                        what.kind().name(),
                        what.technician().map(StaffId::value).orElse(null),
                        what.text().orElse(null),
                        action.answer(),
                        what.droppedBy().name(),
                        action.at())
                .orElseThrow();
    }

    @Override
    public List<ScheduledData> of(TicketId ticket) {
        return session.list(SELECT + " where ticket = ?" + IN_ORDER, SqlScheduleStore::read, ticket.value());
    }

    @Override
    public void putFile(long action, int file, Upload content) throws IOException {
        files.put(content, action, file);
    }

    @Override
    public boolean copyFile(long action, int file, OutputStream into) throws IOException {
        return files.copy(into, action, file);
    }

    @Override
    public Optional<ScheduledData> lockNext(Instant now) {
        return session
                .lockFree(
                        SELECT + " where due <= ?" + IN_TURN + " order by due, id limit 1", SqlScheduleStore::read, now)
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
        ScheduledAction.Kind kind = ScheduledAction.Kind.valueOf(row.text());
        Optional<StaffId> technician = Optional.ofNullable(row.textOrNull()).map(StaffId::of);
        Optional<String> text = Optional.ofNullable(row.textOrNull());
        String answer = row.textOrNull();
        ScheduledAction action =
                new ScheduledAction(kind, technician, text, ScheduledAction.DroppedBy.valueOf(row.text()));
        return new ScheduledData(id, ticket, by, at, action, answer, row.integer(), row.textOrNull());
    }
}
