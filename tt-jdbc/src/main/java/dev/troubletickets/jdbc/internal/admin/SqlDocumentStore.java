// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.admin;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.spi.storage.DocumentStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.Optional;

public final class SqlDocumentStore implements DocumentStore {
    private final Session session;

    public SqlDocumentStore(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Document> find(String name) {
        return session.first(
                "select version, content from {document} where name = ?",
                row -> new Document(name, row.number(), row.text()),
                name);
    }

    @Override
    public void save(Document document) {
        if (document.version() == 1) {
            session.later(
                    "insert into {document} (version, content, name) values (1, ?, ?)",
                    document.text(),
                    document.name());
            return;
        }
        int replaced = session.change(
                "update {document} set version = version + 1, content = ? where name = ? and version = ?",
                document.text(),
                document.name(),
                document.version() - 1);
        if (replaced == 0) {
            throw session.lost(new WriteConflict("the document " + document.name() + " has moved on"));
        }
    }
}
