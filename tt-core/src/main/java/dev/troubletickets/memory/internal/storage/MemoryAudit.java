// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.AuditStore;
import java.util.List;

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
    public List<Line> latest(int limit) {
        return tables.audit.newestFirst().stream().limit(limit).toList();
    }
}
