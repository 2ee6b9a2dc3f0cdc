// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.FileData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** An installation as it was before: two tickets with attachments and an answer at a time with files, whose parts were in two tables. */
final class MigratedFiles {
    private static final String BEFORE = "8?";
    private static final int PART = 256 * 1024;
    private static final byte[] LARGE = bytes(2 * PART + 1234);
    private static final byte[] ROUND = bytes(2 * PART);
    private static final byte[] SMALL = bytes(7);
    private static final byte[] NONE = {};

    private final DataSource database;
    private final String folder;
    private final String prefix;

    MigratedFiles(DataSource database, String folder, String prefix) {
        this.database = database;
        this.folder = folder;
        this.prefix = prefix;
    }

    void check() throws Exception {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:dev/troubletickets/jdbc/migration/" + folder)
                .table(prefix + "schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("prefix", prefix))
                .target(BEFORE)
                .load()
                .migrate();
        TicketId one;
        TicketId two;
        JpaOptions options = JpaOptions.defaults().withTablePrefix(prefix);
        try (Storage old = JpaStorage.on(database, options.withMigrate(false))) {
            one = keep(old);
            two = keep(old);
            attach(one, 1, LARGE);
            attach(one, 2, NONE);
            attach(one, 3, LARGE);
            attach(two, 1, SMALL);
            long action = old.write(unit -> unit.schedule().add(answer(one)));
            hold(action, 1, ROUND);
            hold(action, 2, NONE);
            hold(action, 3, SMALL);
            long other = old.write(unit -> unit.schedule().add(answer(two)));
            hold(other, 1, SMALL);
        }

        try (Storage storage = JpaStorage.on(database, options)) {
            attached(storage, one, List.of(LARGE, NONE, LARGE));
            attached(storage, two, List.of(SMALL));
            held(storage, one, List.of(ROUND, NONE, SMALL));
            held(storage, two, List.of(SMALL));
            assertThat(storage.<List<BlobKey>>read(unit -> unit.files().unused(minutes(99), 99)))
                    .isEmpty();
            goes(storage, two);
        }
    }

    private static void attached(Storage storage, TicketId ticket, List<byte[]> contents) throws IOException {
        List<AttachmentData> files = storage.read(unit -> unit.conversations()
                .find(MessageId.publicMessage(ticket, 1))
                .orElseThrow()
                .attachments());
        assertThat(files).hasSameSizeAs(contents);
        for (int i = 0; i < contents.size(); i++) {
            BlobKey key = files.get(i).blob();
            assertThat(key.sha256()).isEqualTo(sha256(contents.get(i)));
            assertThat(files.get(i).name()).isEqualTo("file " + (i + 1));
            isThere(storage, key, contents.get(i));
            long size = contents.get(i).length;
            assertThat(storage.<Boolean>read(
                            unit -> unit.files().withContent(key.sha256(), size).isPresent()))
                    .isTrue();
        }
    }

    private static void held(Storage storage, TicketId ticket, List<byte[]> contents) throws IOException {
        List<ScheduledData> actions = storage.read(unit -> unit.schedule().of(ticket));
        assertThat(actions).hasSize(1);
        List<BlobKey> files = actions.get(0).files();
        assertThat(files).hasSameSizeAs(contents);
        for (int i = 0; i < contents.size(); i++) {
            isThere(storage, files.get(i), contents.get(i));
        }
    }

    private static void isThere(Storage storage, BlobKey key, byte[] content) throws IOException {
        FileData known = storage.read(unit -> unit.files().find(key).orElseThrow());
        assertThat(known)
                .isEqualTo(new FileData(
                        key, content.length, Instant.EPOCH, FileData.Stage.THERE, FileData.Scan.WAITING, null));
        try (InputStream in = storage.blobs().open(key).orElseThrow()) {
            assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
        }
        assertThat(storage.<Boolean>write(unit -> unit.files().condemn(key, minutes(99))))
                .as("something refers to it")
                .isFalse();
    }

    private static void goes(Storage storage, TicketId ticket) {
        storage.<Boolean>write(unit -> unit.tickets().delete(ticket));
        List<BlobKey> unused = storage.read(unit -> unit.files().unused(START, 99));
        assertThat(unused).hasSize(2);
        for (BlobKey key : unused) {
            assertThat(storage.<Boolean>write(unit -> unit.files().condemn(key, START)))
                    .isTrue();
            storage.blobs().delete(key);
            assertThat(storage.blobs().open(key)).isEmpty();
        }
    }

    private static TicketId keep(Storage storage) {
        return storage.write(unit -> {
            var queue = unit.queues().create(QueueSettings.named("Support"), false);
            TicketData ticket = new TicketBuilder(unit.tickets().nextId(), queue).build();
            unit.tickets().insert(ticket);
            unit.conversations().add(publicMessage(ticket.id(), 1, 1));
            return ticket.id();
        });
    }

    private static ScheduledData answer(TicketId ticket) {
        return new ScheduledData(
                0, ticket, JOHN, minutes(9), ScheduledAction.answer("Hello."), "{}", List.of(), 0, null);
    }

    private void attach(TicketId ticket, int number, byte[] content) throws SQLException {
        execute(
                "insert into " + prefix
                        + "attachment (ticket, note, message, attachment, name, media_type, bytes, sha256)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                ticket.value(),
                false,
                1,
                number,
                "file " + number,
                "text/plain",
                content.length,
                sha256(content));
        String sql = "insert into " + prefix
                + "attachment_part (ticket, note, message, attachment, part, content) values (?, ?, ?, ?, ?, ?)";
        for (int part = 0; part == 0 || part * PART < content.length; part++) {
            execute(sql, ticket.value(), false, 1, number, part, part(content, part));
        }
    }

    private void hold(long action, int number, byte[] content) throws SQLException {
        String sql = "insert into " + prefix + "scheduled_file (scheduled, file, part, content) values (?, ?, ?, ?)";
        for (int part = 0; part == 0 || part * PART < content.length; part++) {
            execute(sql, action, number, part, part(content, part));
        }
    }

    private static byte[] part(byte[] content, int part) {
        return Arrays.copyOfRange(content, part * PART, Math.min(content.length, (part + 1) * PART));
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }
}
