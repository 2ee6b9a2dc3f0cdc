// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.StorageContract;
import dev.troubletickets.spi.storage.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** In sessions of another mind: nothing strict, no backslashes, statements prepared by the server. */
@Tag(TestServer.MARIADB)
class MariaDbOddStorageTest implements StorageContract {
    private static final String MODES =
            "NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT,IGNORE_SPACE,HIGH_NOT_PRECEDENCE,"
                    + "PAD_CHAR_TO_FULL_LENGTH,NO_AUTO_VALUE_ON_ZERO,ONLY_FULL_GROUP_BY,TIME_ROUND_FRACTIONAL,SIMULTANEOUS_ASSIGNMENT";
    private static final HikariDataSource DATABASE = new HikariDataSource(config());
    private static final Storage STORAGE =
            JpaStorage.on(DATABASE, JpaOptions.defaults().withTablePrefix("odd_"));

    private static HikariConfig config() {
        HikariConfig config = MariaDbServer.ofRun().config(8);
        config.addDataSourceProperty("jdbcCompliantTruncation", "false");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("sessionVariables", "sql_mode='" + MODES + "',innodb_strict_mode=0");
        config.setAutoCommit(false);
        return config;
    }

    @Override
    public Storage storage() {
        return STORAGE;
    }

    @BeforeEach
    void empty() throws SQLException {
        try (HikariDataSource plain = MariaDbServer.ofRun().pool()) {
            new Tables(plain, "odd_").empty();
        }
    }

    @Test
    void itsSessionsAreAsOddAsIsSaid() throws SQLException {
        try (Connection connection = DATABASE.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select @@sql_mode")) {
            result.next();
            assertThat(result.getString(1)).contains(MODES.split(",")).doesNotContain("STRICT");
        }
    }

    @AfterAll
    static void close() {
        STORAGE.close();
        DATABASE.close();
    }
}
