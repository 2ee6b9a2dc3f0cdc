// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.AutoClose;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.spi.storage.QueueStore;
import dev.troubletickets.ticket.QueueId;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Queues. Whoever changes something about them holds one row of the table mutex. */
public final class SqlQueueStore implements QueueStore {
    private static final String COLUMNS =
            "name, address, new_response, resolved_response, close_warning, working_time, auto_close, uses_incidents, assignment, is_default";

    private final Session session;

    public SqlQueueStore(Session session) {
        this.session = session;
    }

    @Override
    public QueueId create(QueueSettings settings, boolean isDefault) {
        lock();
        long id = session.insertForId(
                        "insert into {queue} (" + COLUMNS + ") values (" + Codes.marks(10) + ")",
                        values(settings, isDefault))
                .orElseThrow();
        session.later("insert into {queue_turn} (queue) values (?)", id);
        return QueueId.of(id);
    }

    @Override
    public List<Queue> all() {
        return session.list("select id, " + COLUMNS + " from {queue} order by id", SqlQueueStore::queue);
    }

    @Override
    public List<Queue> lockAll() {
        lock();
        return all();
    }

    @Override
    public void change(Queue queue) {
        lock();
        @Nullable Object[] values = java.util.Arrays.copyOf(values(queue.settings(), queue.isDefault()), 11);
        values[10] = queue.id().value();
        session.change("update {queue} set " + COLUMNS.replace(",", " = ?,") + " = ? where id = ?", values);
    }

    @Override
    public Optional<StaffId> lockTurn(QueueId id) {
        return session.lockFirst(
                        "select staff from {queue_turn} where queue = ?",
                        row -> Optional.ofNullable(row.textOrNull()),
                        id.value())
                .flatMap(Function.identity())
                .map(StaffId::of);
    }

    @Override
    public void turn(QueueId id, StaffId staff) {
        session.later("update {queue_turn} set staff = ? where queue = ?", staff.value(), id.value());
    }

    @Override
    public void delete(QueueId id) {
        lock();
        if (session.dialect().needsGuardedReferences()) {
            session.lock("select name from {mutex} where name like 'tickets %'");
        }
        session.change("delete from {queue} where id = ?", id.value());
    }

    private void lock() {
        session.lock("select name from {mutex} where name = 'queues'");
    }

    private static @Nullable Object[] values(QueueSettings settings, boolean isDefault) {
        return new @Nullable Object[] {
            settings.name(),
            Codes.text(settings.address().orElse(null)),
            settings.newTicketResponse().map(Codes::text).orElse(null),
            settings.resolvedResponse().map(Codes::text).orElse(null),
            settings.closeWarning().map(Codes::text).orElse(null),
            settings.workingTime().map(WorkingTime::toString).orElse(null),
            settings.autoClose().map(AutoClose::toString).orElse(null),
            settings.incidents(),
            settings.assignment().name(),
            isDefault
        };
    }

    private static Queue queue(Row row) throws SQLException {
        QueueId id = QueueId.of(row.number());
        QueueSettings settings = new QueueSettings(
                row.text(),
                Optional.ofNullable(Codes.address(row.textOrNull())),
                Optional.ofNullable(row.textOrNull()).map(Codes::wording),
                Optional.ofNullable(row.textOrNull()).map(Codes::wording),
                Optional.ofNullable(row.textOrNull()).map(Codes::wording),
                Optional.ofNullable(row.textOrNull()).map(WorkingTime::parse),
                Optional.ofNullable(row.textOrNull()).map(AutoClose::parse),
                row.flag(),
                AssignmentPolicy.valueOf(row.text()));
        return new Queue(id, settings, row.flag());
    }
}
