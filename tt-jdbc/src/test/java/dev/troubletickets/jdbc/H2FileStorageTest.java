// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.contract.storage.StorageContract;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class H2FileStorageTest implements StorageContract {
    private final JdbcDataSource database = new JdbcDataSource();
    private Storage storage;

    @Override
    public Storage storage() {
        return storage;
    }

    @BeforeAll
    void open(@TempDir Path directory) {
        Path file = directory.resolve("tickets");
        storage = JpaStorage.embedded(file);
        database.setURL("jdbc:h2:file:" + file.toAbsolutePath());
        database.setUser("sa");
    }

    @BeforeEach
    void empty() throws SQLException {
        new Tables(database, "tt_").empty();
    }

    @AfterAll
    void close() {
        storage.close();
    }
}
