// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import dev.troubletickets.contract.ports.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

final class PostgresServer implements TestServer {
    private final EmbeddedPostgres.Builder builder;
    private EmbeddedPostgres server;

    private PostgresServer(EmbeddedPostgres.Builder builder) {
        this.builder = builder.setPGStartupWait(Duration.ofMinutes(2));
        start();
    }

    private static final class OfRun {
        private static final PostgresServer SERVER = new PostgresServer(EmbeddedPostgres.builder()
                .setPort(FreePort.next())
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "100"));
    }

    static TestServer ofRun() {
        return OfRun.SERVER;
    }

    /** Another database of the run's server, or as somebody else. */
    static String url(String database, String user) {
        return OfRun.SERVER.server.getJdbcUrl(user, database);
    }

    static TestServer in(Path directory, int port) {
        return new PostgresServer(EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false));
    }

    static DataSource nowhere(int port) {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://localhost:" + port + "/postgres?user=postgres&password=s3cret");
        return nowhere;
    }

    @Override
    public String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void start() {
        try {
            server = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
