// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.DocumentStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.Optional;

/** Small named texts. For use inside a unit of work alone. */
final class MemoryDocuments implements DocumentStore {
    private final Tables tables;

    MemoryDocuments(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Optional<Document> find(String name) {
        return tables.documents.find(name);
    }

    @Override
    public void save(Document document) {
        long stored = find(document.name()).map(Document::version).orElse(0L);
        if (stored != document.version() - 1) {
            throw new WriteConflict("document " + document.name() + " has version " + stored + " now");
        }
        tables.documents.put(document.name(), document);
    }
}
