// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.spi.storage.Storage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL where {@code -Djdbc.url=…} says so, else a database in a temporary file, gone when the program ends. */
final class Database implements AutoCloseable {
    private final Storage storage;
    private final Runnable afterwards;

    private Database(Storage storage, Runnable afterwards) {
        this.storage = storage;
        this.afterwards = afterwards;
    }

    static Database open() throws IOException {
        String url = System.getProperty("jdbc.url", "");
        if (url.isEmpty()) {
            Path directory = Files.createTempDirectory("trouble-tickets");
            return new Database(JpaStorage.embedded(directory.resolve("desk")), () -> delete(directory));
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource(); // a real panel takes its pool
        postgres.setUrl(url);
        postgres.setUser(System.getProperty("jdbc.user", postgres.getUser()));
        postgres.setPassword(System.getProperty("jdbc.password", postgres.getPassword()));
        return new Database(JpaStorage.on(postgres), () -> {});
    }

    Storage storage() {
        return storage;
    }

    @Override
    public void close() {
        storage.close();
        afterwards.run();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
