// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** One PostgreSQL for all tests of a run; each class takes a prefix or a schema of its own. */
final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    static HikariDataSource pool() {
        return new HikariDataSource(config(SERVER.getJdbcUrl("postgres", "postgres"), 8));
    }

    static HikariDataSource pool(String database, String user) {
        return new HikariDataSource(config(url(database, user), 8));
    }

    static String url(String database, String user) {
        return SERVER.getJdbcUrl(user, database);
    }

    /** Each connection begins with the statements. */
    static HikariDataSource poolThatFirst(String statements) {
        HikariConfig config = config(SERVER.getJdbcUrl("postgres", "postgres"), 8);
        config.setConnectionInitSql(statements);
        return new HikariDataSource(config);
    }

    static HikariConfig config(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(10_000);
        return config;
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "100")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
