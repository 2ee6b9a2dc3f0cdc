// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.tasks;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TaskStore;
import dev.troubletickets.tasks.TaskEntry;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.tasks.TaskList.Which;
import dev.troubletickets.tasks.TaskList.Whose;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public final class SqlTaskStore implements TaskStore {
    private static final String FIXED = "title, details, creator, created_at";
    private static final String CHANGING = "version, assignee, due, done_at, ticket, finished, sort_at";
    private static final String SELECT =
            "select id, " + FIXED + ", version, assignee, due, done_at, ticket from {task} where ";

    private final Session session;

    public SqlTaskStore(Session session) {
        this.session = session;
    }

    @Override
    public TaskId create(TaskData task) {
        TaskData.Content content = task.content();
        return TaskId.of(session.insertForId(
                        "insert into {task} (" + FIXED + ", " + CHANGING + ") values (" + Codes.marks(11) + ")",
                        content.title(),
                        content.details(),
                        content.creator().value(),
                        content.createdAt(),
                        task.version(),
                        task.assignee().value(),
                        task.due(),
                        task.doneAt(),
                        number(task.ticket()),
                        !task.isOpen(),
                        task.sortAt())
                .orElseThrow());
    }

    @Override
    public Optional<TaskData> find(TaskId id) {
        return session.first(SELECT + "id = ?", SqlTaskStore::task, id.value());
    }

    @Override
    public boolean update(TaskData task) {
        return session.change(
                        "update {task} set " + CHANGING.replace(",", " = ?,") + " = ? where id = ? and version = ?",
                        task.version(),
                        task.assignee().value(),
                        task.due(),
                        task.doneAt(),
                        number(task.ticket()),
                        !task.isOpen(),
                        task.sortAt(),
                        task.id().value(),
                        task.version() - 1)
                == 1;
    }

    @Override
    public List<TaskData> list(Query query) {
        boolean done = query.list().which() == Which.DONE;
        String owner = query.list().whose() == Whose.MINE ? "assignee" : "creator";
        boolean all = query.list().whose() == Whose.EVERYBODYS;
        StringBuilder where = new StringBuilder(all ? "" : owner + " = ? and ")
                .append("finished = ")
                .append(done);
        List<Object> values = new ArrayList<>();
        if (!all) {
            values.add(query.me().value());
        }
        if (query.list().which() == Which.OVERDUE) {
            where.append(" and sort_at <= ?");
            values.add(query.now());
        }
        query.after().ifPresent(after -> {
            where.append(done ? " and sort_at <= ?" : " and sort_at >= ?")
                    .append(done ? " and (sort_at < ? or id < ?)" : " and (sort_at > ? or id > ?)");
            values.addAll(List.of(after.sortAt(), after.sortAt(), after.id()));
        });
        String fixed = session.dialect().sortsByWholeIndex() ? (all ? "" : owner + ", ") + "finished, " : "";
        String order = fixed + "sort_at, id";
        return session.list(
                SELECT + where + " order by " + (done ? order.replace(",", " desc,") + " desc" : order) + " limit "
                        + query.limit(),
                SqlTaskStore::task,
                values.toArray());
    }

    @Override
    public long countOpenOf(StaffId creator) {
        return session.number("select count(*) from {task} where creator = ? and finished = false", creator.value());
    }

    @Override
    public List<TaskData> of(TicketId ticket) {
        return session.list(SELECT + "ticket = ? order by id", SqlTaskStore::task, ticket.value());
    }

    @Override
    public void add(TaskId task, Entry entry) {
        session.later(
                "insert into {task_entry} (task, added_at, staff, kind, old_value, new_value) values (" + Codes.marks(6)
                        + ")",
                task.value(),
                entry.at(),
                entry.by().value(),
                entry.kind().name(),
                entry.from(),
                entry.to());
    }

    @Override
    public List<Entry> entries(TaskId task) {
        return session.list(
                "select added_at, staff, kind, old_value, new_value from {task_entry} where task = ? order by id",
                row -> new Entry(
                        row.instant(),
                        StaffId.of(row.text()),
                        TaskEntry.Kind.valueOf(row.text()),
                        row.textOrNull(),
                        row.textOrNull()),
                task.value());
    }

    @Override
    public long countEntries(TaskId task) {
        return session.number("select count(*) from {task_entry} where task = ?", task.value());
    }

    private static TaskData task(Row row) throws SQLException {
        TaskId id = TaskId.of(row.number());
        TaskData.Content content = new TaskData.Content(row.text(), row.text(), StaffId.of(row.text()), row.instant());
        return new TaskData(
                id,
                row.number(),
                content,
                StaffId.of(row.text()),
                row.instantOrNull(),
                row.instantOrNull(),
                ticket(row.numberOrNull()));
    }

    private static @Nullable Long number(@Nullable TicketId ticket) {
        return ticket == null ? null : ticket.value();
    }

    private static @Nullable TicketId ticket(@Nullable Long number) {
        return number == null ? null : TicketId.of(number);
    }
}
