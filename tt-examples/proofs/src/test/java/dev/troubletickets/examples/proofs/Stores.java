// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.proofs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.jdbc.JpaStorage;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Path;

/** Opens the storage that a proof names: {@code jdbc:…} for a server, anything else for an embedded file. */
final class Stores {
    private Stores() {}

    static Storage open(String where) {
        if (!where.startsWith("jdbc:")) {
            return JpaStorage.embedded(Path.of(where));
        }
        HikariDataSource pool = pool(where, 3);
        JpaStorage storage = JpaStorage.on(pool);
        return new Storage() {
            @Override
            public <T> T write(Work<T> work) {
                return storage.write(work);
            }

            @Override
            public <T> T read(Work<T> work) {
                return storage.read(work);
            }

            @Override
            public BlobStore blobs() {
                return storage.blobs();
            }

            @Override
            public void close() {
                storage.close();
                pool.close();
            }
        };
    }

    static HikariDataSource pool(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        return new HikariDataSource(config);
    }
}
