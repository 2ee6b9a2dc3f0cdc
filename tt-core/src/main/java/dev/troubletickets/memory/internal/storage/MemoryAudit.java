// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.AuditStore;
import java.util.List;
import java.util.Map;

/** Acts that leave no other trace. For use inside a unit of work alone. */
final class MemoryAudit implements AuditStore {
    private final Tables tables;

    MemoryAudit(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(Line line) {
        tables.audit.put(tables.nextId(), line);
    }

    @Override
    public List<Numbered> before(long before, int limit) {
        return tables.audit.entries().stream()
                .filter(row -> row.getKey() < before)
                .sorted(Map.Entry.<Long, Line>comparingByKey().reversed())
                .limit(limit)
                .map(row -> new Numbered(row.getKey(), row.getValue()))
                .toList();
    }
}
