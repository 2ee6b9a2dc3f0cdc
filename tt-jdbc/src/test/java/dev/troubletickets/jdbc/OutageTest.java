// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A database that goes away, and comes back. */
class OutageTest {
    @Test
    void aDatabaseThatGoesAwayIsUnavailableAndWorksAgainWhenItIsBack(@TempDir Path directory) throws Exception {
        int port = freePort();
        EmbeddedPostgres server = start(port, directory);
        try (HikariDataSource pool =
                        new HikariDataSource(PostgresServer.config(server.getJdbcUrl("postgres", "postgres"), 3));
                Storage storage = JpaStorage.on(pool)) {
            create(storage, "Before");
            assertThatThrownBy(() -> storage.write(unit -> {
                        unit.queues().create(QueueSettings.named("Lost"), false);
                        stop(server);
                        return unit.queues().all();
                    }))
                    .satisfies(OutageTest::saysOnlyWhatItMay);
            assertThatThrownBy(() -> queues(storage)).satisfies(OutageTest::saysOnlyWhatItMay);
            assertThatThrownBy(() -> create(storage, "Refused")).satisfies(OutageTest::saysOnlyWhatItMay);

            try (EmbeddedPostgres again = start(port, directory)) {
                create(storage, "After");
                assertThat(queues(storage)).isEqualTo(2);
            }
        }
    }

    @Test
    void aCommitThatIsCutOffIsOfUnknownOutcome(@TempDir Path directory) throws Exception {
        EmbeddedPostgres server = start(freePort(), directory);
        try (HikariDataSource pool =
                        new HikariDataSource(PostgresServer.config(server.getJdbcUrl("postgres", "postgres"), 3));
                Storage storage = JpaStorage.on(pool)) {
            assertThatThrownBy(() -> storage.write(unit -> {
                        unit.tickets().nextId();
                        stop(server);
                        return true;
                    }))
                    .satisfies(OutageTest::saysOnlyWhatItMay)
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnavailableFromTheStart() throws Exception {
        PGSimpleDataSource nowhere = new PGSimpleDataSource();
        nowhere.setURL("jdbc:postgresql://localhost:" + freePort() + "/postgres?user=postgres&password=s3cret");

        assertThatThrownBy(() -> JpaStorage.on(nowhere)).satisfies(OutageTest::saysOnlyWhatItMay);
    }

    @Test
    void aClosedStorageIsUnavailable(@TempDir Path directory) {
        JpaStorage storage = JpaStorage.embedded(directory.resolve("closed"));
        storage.close();

        assertThatThrownBy(() -> queues(storage)).isInstanceOf(Unavailable.class);
    }

    private static void saysOnlyWhatItMay(Throwable failure) {
        assertThat(failure).isInstanceOf(Unavailable.class);
        assertThat(((Unavailable) failure).what()).isEqualTo("storage");
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage())).doesNotContain("jdbc:", "s3cret", "localhost");
        }
    }

    private static EmbeddedPostgres start(int port, Path directory) throws IOException {
        return EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setPort(port)
                .setDataDirectory(directory.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void create(Storage storage, String queue) {
        storage.write(unit -> unit.queues().create(QueueSettings.named(queue), false));
    }

    private static int queues(Storage storage) {
        return storage.read(unit -> unit.queues().all().size());
    }
}
