// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.OperationStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Operations that can be undone. For use inside a unit of work alone. */
final class MemoryOperations implements OperationStore {
    private static final Comparator<OperationData> NEWEST_FIRST = Comparator.comparing(OperationData::at)
            .thenComparingLong(operation -> operation.id().ticket().value())
            .thenComparingLong(operation -> operation.id().version())
            .reversed();

    private final Tables tables;

    MemoryOperations(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(OperationData operation) {
        if (tables.operations.has(operation.id())
                || !tables.tickets.has(operation.id().ticket())) {
            throw new WriteConflict("operation " + operation.id() + " is there already, or its ticket is gone");
        }
        tables.operations.put(operation.id(), operation);
    }

    @Override
    public Optional<OperationData> find(OperationId id) {
        return tables.operations.find(id);
    }

    @Override
    public List<OperationData> inForce(Collection<TicketId> tickets, int limit) {
        return tables.operations.rows().stream()
                .filter(operation ->
                        !operation.undone() && tickets.contains(operation.id().ticket()))
                .sorted(NEWEST_FIRST)
                .limit(limit)
                .toList();
    }

    @Override
    public boolean rewrite(OperationId id, String data) {
        Optional<OperationData> operation = tables.operations.find(id);
        operation.ifPresent(
                o -> tables.operations.put(id, new OperationData(id, o.kind(), o.at(), o.by(), data, o.undone())));
        return operation.isPresent();
    }

    @Override
    public boolean undo(OperationId id) {
        Optional<OperationData> operation = tables.operations.find(id).filter(found -> !found.undone());
        operation.ifPresent(
                o -> tables.operations.put(id, new OperationData(id, o.kind(), o.at(), o.by(), o.data(), true)));
        return operation.isPresent();
    }
}
