// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.files.BlobStoreContract;
import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.Storage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Bytes in the database: nobody who reads or writes slowly holds a connection, and nothing is left behind (F3). */
@Tag("F3")
@Tag(TestServer.ANY)
class SqlBlobsTest {
    private static final String PREFIX = "blob_";
    private static final HikariDataSource ONE_CONNECTION =
            new HikariDataSource(TestServer.ofRun().config(1));
    private static final Storage STORAGE;
    private static final byte[] CONTENT = new byte[3_000_000];

    static {
        new Random(3).nextBytes(CONTENT);
        JpaOptions options = JpaOptions.defaults().withTablePrefix(PREFIX);
        try (HikariDataSource toMigrate = TestServer.ofRun().pool()) {
            JpaStorage.on(toMigrate, options).close();
        }
        STORAGE = JpaStorage.on(ONE_CONNECTION, options.withMigrate(false));
    }

    @BeforeEach
    void empty() throws SQLException {
        new Tables(ONE_CONNECTION, PREFIX).empty();
    }

    @AfterAll
    static void close() {
        STORAGE.close();
        ONE_CONNECTION.close();
    }

    @Test
    void whoReadsSlowlyHoldsNoConnection() throws IOException {
        BlobKey key = put();

        try (InputStream in = STORAGE.blobs().open(key).orElseThrow()) {
            for (int i = 0; i < 3; i++) {
                assertThat(in.readNBytes(700_000)).hasSize(700_000);
                work();
            }
        }
    }

    @Test
    void whoWritesSlowlyHoldsNoConnection() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);

        STORAGE.blobs().put(key, CONTENT.length, meanwhile(SqlBlobsTest::work));

        assertThat(STORAGE.blobs().open(key)).isPresent();
    }

    @Test
    void whatBreaksOffLeavesNoParts() throws Exception {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);

        assertThatThrownBy(() -> STORAGE.blobs().put(key, CONTENT.length + 1, new ByteArrayInputStream(CONTENT)))
                .isInstanceOf(IOException.class);

        assertThat(parts()).isZero();
    }

    @Test
    void aDeletionTakesWhatKilledAttemptsHaveLeft() throws Exception {
        BlobKey key = put();
        int whole = parts();
        Plans.execute(
                ONE_CONNECTION,
                "insert into " + PREFIX + "file_part (file_key, part, attempt, content)"
                        + " select file_key, part * 30, attempt + 1, content from " + PREFIX
                        + "file_part where part < 9");
        assertThat(parts()).isGreaterThan(whole);

        STORAGE.blobs().delete(key);

        assertThat(parts()).isZero();
    }

    @Test
    void aDeletionTakesWhatABrokenDeletionHasLeft() throws Exception {
        BlobKey key = put();
        Plans.execute(ONE_CONNECTION, "delete from " + PREFIX + "file_part where part = 0");
        assertThat(STORAGE.blobs().open(key)).as("not in part").isEmpty();

        STORAGE.blobs().delete(key);

        assertThat(parts()).isZero();
    }

    @Test
    void anAttemptWhoseFileIsDeletedMeanwhileFailsAndLeavesNoParts() throws Exception {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);

        assertThatThrownBy(() -> STORAGE.blobs()
                        .put(
                                key,
                                CONTENT.length,
                                meanwhile(() -> STORAGE.blobs().delete(key))))
                .isInstanceOf(Unavailable.class);

        assertThat(STORAGE.blobs().open(key)).isEmpty();
        assertThat(parts()).isZero();
    }

    @Test
    void aStreamWhoseFileIsDeletedMeanwhileBreaksOff() throws IOException {
        BlobKey key = put();

        try (InputStream in = STORAGE.blobs().open(key).orElseThrow()) {
            in.read();
            STORAGE.blobs().delete(key);
            assertThatThrownBy(in::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    private static BlobKey put() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(CONTENT);
        STORAGE.blobs().put(key, CONTENT.length, new ByteArrayInputStream(CONTENT));
        return key;
    }

    /** The content; after a third of it, and some more times, something else happens. */
    private static InputStream meanwhile(Runnable what) {
        return new ByteArrayInputStream(CONTENT) {
            private int next = CONTENT.length / 2;

            @Override
            public synchronized int read(byte[] into, int from, int most) {
                if (pos >= next) {
                    next += CONTENT.length / 4;
                    what.run();
                }
                return super.read(into, from, most);
            }
        };
    }

    /** Needs the pool's only connection. */
    private static void work() {
        STORAGE.write(unit -> unit.queues().create(QueueSettings.named("Queue"), false));
    }

    private static int parts() throws SQLException {
        try (Connection connection = ONE_CONNECTION.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from " + PREFIX + "file_part")) {
            result.next();
            return result.getInt(1);
        }
    }
}
