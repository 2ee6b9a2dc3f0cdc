// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.workbench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.jdbc.JpaOptions;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.spi.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the tickets are: in a file that goes away afterwards, or in a database of the operator's. */
final class Database implements AutoCloseable {
    /** So that a desk in the same database is left alone, with the mails that it has yet to send. */
    static final String PREFIX = "wb_";

    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;
    private final JpaStorage storage;
    private final Runnable afterwards;

    private Database(HikariDataSource pool, Runnable afterwards) {
        this.pool = pool;
        this.storage = JpaStorage.on(pool, JpaOptions.defaults().withTablePrefix(PREFIX));
        this.afterwards = afterwards;
    }

    /** @throws RuntimeException if it does not answer */
    static Database open(Optional<String> url) {
        return url.map(given -> open(given, () -> {})).orElseGet(Database::temporary);
    }

    private static Database temporary() {
        try {
            Path folder = Files.createTempDirectory("workbench");
            // where the run is broken off
            folder.toFile().deleteOnExit();
            folder.resolve("desk.mv.db").toFile().deleteOnExit();
            return open("jdbc:h2:file:" + folder.resolve("desk"), () -> delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Database open(String url, Runnable afterwards) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        HikariDataSource pool = new HikariDataSource(config);
        try {
            return new Database(pool, afterwards);
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    Storage storage() {
        return storage;
    }

    @Override
    public void close() {
        storage.close();
        pool.close();
        afterwards.run();
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException staysForTheSystemToTidy) {
            return;
        }
    }
}
