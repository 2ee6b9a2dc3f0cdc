// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;

/** The PostgreSQL of one run: durable, with a little more memory, and without clean-up in the background of a measurement. */
final class PostgresServer implements AutoCloseable {
    private static final int CONNECTIONS = 10;

    private final EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres server) {
        this.server = server;
    }

    static PostgresServer start() throws IOException {
        return new PostgresServer(EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                // the package turns it off, for tests
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "30min")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("max_connections", "100")
                .start());
    }

    /** Connections whose tables are those of the schema; alike for both sides. */
    HikariDataSource pool(String schema) {
        HikariConfig config = new HikariConfig();
        // handed over as an object: drivers are not found by name from every class loader
        config.setDataSource(server.getPostgresDatabase());
        config.setConnectionInitSql("set search_path to " + schema + ", public");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
