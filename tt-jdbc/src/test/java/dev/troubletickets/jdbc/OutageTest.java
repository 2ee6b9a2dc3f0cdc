// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.ports.FreePort;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that goes away, and comes back. */
@Tag(TestServer.ANY)
class OutageTest {
    @Test
    void aDatabaseThatGoesAwayIsUnavailableAndWorksAgainWhenItIsBack(@TempDir Path directory) throws Exception {
        TestServer server = TestServer.in(directory, FreePort.next());
        try (HikariDataSource pool = new HikariDataSource(server.config(3));
                Storage storage = JpaStorage.on(pool)) {
            create(storage, "Before");
            assertThatThrownBy(() -> storage.write(unit -> {
                        unit.queues().create(QueueSettings.named("Lost"), false);
                        server.stop();
                        return unit.queues().all();
                    }))
                    .satisfies(OutageTest::saysOnlyWhatItMay);
            assertThatThrownBy(() -> queues(storage)).satisfies(OutageTest::saysOnlyWhatItMay);
            assertThatThrownBy(() -> create(storage, "Refused")).satisfies(OutageTest::saysOnlyWhatItMay);

            server.start();
            create(storage, "After");
            assertThat(queues(storage)).isEqualTo(2);
        } finally {
            server.stop();
        }
    }

    @Test
    void aCommitThatIsCutOffIsOfUnknownOutcome(@TempDir Path directory) throws Exception {
        TestServer server = TestServer.in(directory, FreePort.next());
        try (HikariDataSource pool = new HikariDataSource(server.config(3));
                Storage storage = JpaStorage.on(pool)) {
            assertThatThrownBy(() -> storage.write(unit -> {
                        unit.tickets().nextId();
                        server.stop();
                        return true;
                    }))
                    .satisfies(OutageTest::saysOnlyWhatItMay)
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsUnavailableFromTheStart() throws Exception {
        DataSource nowhere = TestServer.nowhere(FreePort.next());

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
            assertThat(String.valueOf(each.getMessage())).doesNotContain("jdbc:", "s3cret", "localhost", "127.0.0.1");
        }
    }

    private static void create(Storage storage, String queue) {
        storage.write(unit -> unit.queues().create(QueueSettings.named(queue), false));
    }

    private static int queues(Storage storage) {
        return storage.read(unit -> unit.queues().all().size());
    }
}
