// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that an installation had before their bytes had a place of their own are there afterwards, byte for byte (F3). */
@Tag("F3")
@Tag("G8")
class FilesMigrationTest {
    @Test
    void onPostgres() throws Exception {
        try (HikariDataSource database = PostgresServer.ofRun().pool()) {
            new MigratedFiles(database, "postgresql", "old_").check();
        }
    }

    @Test
    void onH2() throws Exception {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:files;DB_CLOSE_DELAY=-1", "sa", "");
        try {
            new MigratedFiles(database, "h2", "old_").check();
        } finally {
            database.dispose();
        }
    }

    @Test
    @Tag(TestServer.MARIADB)
    void onMariaDb() throws Exception {
        try (HikariDataSource database = MariaDbServer.ofRun().pool()) {
            new MigratedFiles(database, "mariadb", "old_").check();
        }
    }
}
