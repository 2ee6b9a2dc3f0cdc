// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.QueueStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;

/** Queues; a unit of work is alone with them anyway. For use inside a unit of work alone. */
final class MemoryQueues implements QueueStore {
    private final Tables tables;

    MemoryQueues(Tables tables) {
        this.tables = tables;
    }

    @Override
    public QueueId create(QueueSettings settings, boolean isDefault) {
        QueueId id = QueueId.of(tables.nextId());
        tables.queues.put(id, new Queue(id, settings, isDefault));
        return id;
    }

    @Override
    public List<Queue> all() {
        return List.copyOf(tables.queues.rows());
    }

    @Override
    public List<Queue> lockAll() {
        return all();
    }

    @Override
    public void change(Queue queue) {
        if (!tables.queues.has(queue.id())) {
            throw new WriteConflict("queue " + queue.id().value() + " is gone");
        }
        tables.queues.put(queue.id(), queue);
    }

    @Override
    public Optional<StaffId> lockTurn(QueueId id) {
        return tables.turns.find(id);
    }

    @Override
    public void turn(QueueId id, StaffId staff) {
        if (tables.queues.has(id)) {
            tables.turns.put(id, staff);
        }
    }

    @Override
    public void delete(QueueId id) {
        if (tables.tickets.rows().stream()
                .anyMatch(ticket -> ticket.state().queue().equals(id))) {
            throw new WriteConflict("a ticket is still in queue " + id.value());
        }
        tables.replies.removeIf((reply, row) -> row.queue().equals(Optional.of(id)));
        tables.turns.remove(id);
        tables.queues.remove(id);
    }
}
