// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.ticket;

import dev.troubletickets.jdbc.internal.files.References;
import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    public SqlScheduleStore(Session session) {
        this.session = session;
    }

    @Override
    public long add(ScheduledData action) {
        ScheduledAction what = action.action();
        long id = session.insertForId(
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
        for (int i = 0; i < action.files().size(); i++) {
            session.later(
                    "insert into {scheduled_file} (scheduled, file, file_key) values (?, ?, ?)",
                    id,
                    i + 1,
                    action.files().get(i).value());
        }
        References.made(session, action.files());
        return id;
    }

    @Override
    public List<ScheduledData> of(TicketId ticket) {
        return withFiles(session.list(SELECT + " where ticket = ?" + IN_ORDER, SqlScheduleStore::read, ticket.value()));
    }

    @Override
    public Optional<ScheduledData> lockNext(Instant now) {
        return withFiles(session.lockFree(
                        SELECT + " where due <= ?" + IN_TURN + " order by due, id limit 1",
                        SqlScheduleStore::read,
                        now))
                .stream()
                .findFirst();
    }

    @Override
    public boolean remove(long id) {
        References files = References.to(session, "select file_key from {scheduled_file} where scheduled = ?", id);
        boolean gone = session.change("delete from {scheduled} where id = ?", id) == 1;
        files.released();
        return gone;
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
        return new ScheduledData(id, ticket, by, at, action, answer, List.of(), row.integer(), row.textOrNull());
    }

    /** Only an answer has any. */
    private List<ScheduledData> withFiles(List<ScheduledData> actions) {
        Object[] answers = actions.stream()
                .filter(action -> action.answer() != null)
                .map(ScheduledData::id)
                .toArray();
        if (answers.length == 0) {
            return actions;
        }
        Map<Long, List<BlobKey>> files = new HashMap<>();
        session.list(
                "select scheduled, file_key from {scheduled_file} where scheduled in (" + Codes.marks(answers.length)
                        + ") order by scheduled, file",
                row -> files.computeIfAbsent(row.number(), id -> new ArrayList<>())
                        .add(new BlobKey(row.text())),
                answers);
        return actions.stream()
                .map(action -> with(action, files.getOrDefault(action.id(), List.of())))
                .toList();
    }

    private static ScheduledData with(ScheduledData a, List<BlobKey> files) {
        return new ScheduledData(
                a.id(), a.ticket(), a.by(), a.at(), a.action(), a.answer(), files, a.tries(), a.refused());
    }
}
