// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.contract.storage.StorageContract;
import dev.troubletickets.spi.storage.Storage;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class H2MemoryStorageTest implements StorageContract {
    private static final DataSource DATABASE =
            JdbcConnectionPool.create("jdbc:h2:mem:contract;DB_CLOSE_DELAY=-1", "sa", "");
    private static final Storage STORAGE = JpaStorage.on(DATABASE);

    @Override
    public Storage storage() {
        return STORAGE;
    }

    @BeforeEach
    void empty() throws SQLException {
        new Tables(DATABASE, "tt_").empty();
    }

    @AfterAll
    static void close() {
        STORAGE.close();
    }
}
