// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.StorageContract;
import dev.troubletickets.spi.storage.Storage;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class PostgresStorageTest implements StorageContract {
    private static final HikariDataSource DATABASE = PostgresServer.ofRun().pool();
    private static final Storage STORAGE =
            JpaStorage.on(DATABASE, JpaOptions.defaults().withTablePrefix("con_"));

    @Override
    public Storage storage() {
        return STORAGE;
    }

    @BeforeEach
    void empty() throws SQLException {
        new Tables(DATABASE, "con_").empty();
    }

    @AfterAll
    static void close() {
        STORAGE.close();
        DATABASE.close();
    }
}
