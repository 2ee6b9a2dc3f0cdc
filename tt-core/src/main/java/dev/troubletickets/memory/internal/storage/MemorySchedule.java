// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.ScheduleStore;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Actions at a time. For use inside a unit of work alone. */
final class MemorySchedule implements ScheduleStore {
    private final Tables tables;

    MemorySchedule(Tables tables) {
        this.tables = tables;
    }

    /** @param due when it is to be tried; its time, or later */
    record Row(ScheduledData action, Instant due) {
        boolean isPending() {
            return action.refused() == null;
        }
    }

    @Override
    public long add(ScheduledData action) {
        if (!tables.tickets.has(action.ticket())) {
            throw new WriteConflict("ticket " + action.ticket() + " is gone");
        }
        MemoryFiles.require(tables, action.files());
        long id = tables.nextId();
        tables.scheduled.put(id, new Row(action.in(action.ticket(), id), action.at()));
        return id;
    }

    @Override
    public List<ScheduledData> of(TicketId ticket) {
        return tables.scheduled.rows().stream()
                .map(Row::action)
                .filter(action -> action.ticket().equals(ticket))
                .sorted(Comparator.comparing(ScheduledData::at).thenComparing(ScheduledData::id))
                .toList();
    }

    @Override
    public Optional<ScheduledData> lockNext(Instant now) {
        return tables.scheduled.rows().stream()
                .filter(row -> row.isPending() && !row.due().isAfter(now))
                .min(Comparator.comparing(Row::due)
                        .thenComparing(row -> row.action().id()))
                .map(Row::action);
    }

    @Override
    public boolean remove(long id) {
        Optional<Row> row = tables.scheduled.find(id);
        row.ifPresent(found -> {
            tables.scheduled.remove(id);
            MemoryFiles.release(tables, found.action().files());
        });
        return row.isPresent();
    }

    @Override
    public boolean move(long id, TicketId to) {
        if (!tables.tickets.has(to)) {
            throw new WriteConflict("ticket " + to + " is gone");
        }
        Optional<Row> row = tables.scheduled.find(id);
        row.ifPresent(found -> tables.scheduled.put(id, new Row(found.action().in(to, id), found.due())));
        return row.isPresent();
    }

    @Override
    public boolean postpone(long id, Instant due) {
        return change(id, row -> new Row(with(row.action(), row.action().tries() + 1, null), due));
    }

    @Override
    public boolean refuse(long id, String why) {
        return change(id, row -> new Row(with(row.action(), row.action().tries(), why), row.due()));
    }

    private boolean change(long id, UnaryOperator<Row> to) {
        Optional<Row> row = tables.scheduled.find(id).filter(Row::isPending);
        row.ifPresent(found -> tables.scheduled.put(id, to.apply(found)));
        return row.isPresent();
    }

    private static ScheduledData with(ScheduledData a, int tries, @Nullable String refused) {
        return new ScheduledData(a.id(), a.ticket(), a.by(), a.at(), a.action(), a.answer(), a.files(), tries, refused);
    }
}
