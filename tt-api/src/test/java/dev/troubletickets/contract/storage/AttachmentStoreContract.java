// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.allBytes;
import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.messageWithAttachment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.command.Upload;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of attachments (F3). */
@Tag("F3")
public interface AttachmentStoreContract extends StorageUnderTest {
    @Test
    default void theBytesComeBackAsTheyWere() {
        AttachmentId id = put(upload(allBytes(4)));

        assertThat(copy(id)).isEqualTo(allBytes(4));
        assertThat(copy(id)).as("again").isEqualTo(allBytes(4));
    }

    @Test
    default void aFileOfSomeMegabytesFits() {
        byte[] large = allBytes(20_000);

        assertThat(Arrays.equals(copy(put(upload(large))), large)).isTrue();
    }

    @Test
    default void anEmptyFileIsAnAttachmentToo() throws IOException {
        AttachmentId id = put(upload(new byte[0]));
        var into = new ByteArrayOutputStream();

        assertThat(copy(id, into)).isTrue();
        assertThat(into.size()).isZero();
    }

    @Test
    default void anUnknownAttachmentWritesNothing() {
        AttachmentId id = put(upload(bytes("there")));
        var into = new ByteArrayOutputStream();

        assertThat(copy(new AttachmentId(id.message(), 2), into)).isFalse();
        assertThat(copy(new AttachmentId(MessageId.note(id.message().ticket(), 1), 1), into))
                .isFalse();
        assertThat(copy(new AttachmentId(MessageId.publicMessage(TicketId.of(Long.MAX_VALUE), 1), 1), into))
                .isFalse();
        assertThat(into.size()).isZero();
    }

    @Test
    default void aFileThatCannotBeReadIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("file"), bytes("gone"));
        Upload gone = Upload.of(file, "text/plain");
        Files.delete(file);

        refuses(gone);
    }

    @Test
    default void aFileThatGrewOrShrankIsRefused(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("file"), bytes("four"));
        Upload four = Upload.of(file, "text/plain");
        Files.write(file, bytes("three"));
        refuses(four);
        Files.write(file, bytes("two"));
        refuses(four);
        Files.write(file, bytes("4444"));
        assertThat(copy(put(four))).isEqualTo(bytes("4444"));
    }

    @Test
    default void aBrokenReceiverIsHeardOf() {
        AttachmentId id = put(upload(bytes("content")));
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("the browser has gone");
            }
        };

        assertThatThrownBy(() -> copy(id, broken))
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("the browser has gone");
        assertThat(copy(id)).isEqualTo(bytes("content"));
    }

    private void refuses(Upload upload) {
        assertThatThrownBy(() -> put(upload)).hasCauseInstanceOf(IOException.class);
    }

    private AttachmentId put(Upload upload) {
        TicketId ticket = keptTicket();
        AttachmentId id = new AttachmentId(MessageId.publicMessage(ticket, 1), 1);
        run(unit -> {
            unit.conversations().add(messageWithAttachment(ticket, upload.size()));
            try {
                unit.attachments().put(id, upload);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return id;
    }

    private static Upload upload(byte[] content) {
        return Upload.of("log.txt", "text/plain", content);
    }

    private byte[] copy(AttachmentId id) {
        var into = new ByteArrayOutputStream();
        assertThat(copy(id, into)).isTrue();
        return into.toByteArray();
    }

    private boolean copy(AttachmentId id, OutputStream into) {
        return read(unit -> {
            try {
                return unit.attachments().copy(id, into);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
