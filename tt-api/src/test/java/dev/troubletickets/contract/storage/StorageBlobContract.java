// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.bytes;
import static dev.troubletickets.contract.storage.StorageFixtures.coming;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.contract.files.BlobStoreContract;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

/** A storage keeps the bytes of files too, and not as part of its units of work (F3). */
public interface StorageBlobContract extends StorageUnderTest, BlobStoreContract {
    @Override
    default BlobStore blobs() {
        return storage().blobs();
    }

    @Test
    default void bytesStayWhateverBecomesOfTheUnitInWhichTheyWerePut() {
        BlobKey key = BlobStoreContract.keyOf(bytes("content"));

        assertThatThrownBy(() -> run(unit -> {
                    unit.files().add(coming(key, 7));
                    putNow(key, bytes("content"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(read().files().find(key)).isEmpty();
        assertThat(blobs().open(key))
                .hasValueSatisfying(content -> assertThat(content).hasBinaryContent(bytes("content")));
    }

    @Test
    default void bytesAreReadInsideOfAUnitAndAfterIt() throws IOException {
        BlobKey key = BlobStoreContract.keyOf(bytes("content"));
        putNow(key, bytes("content"));

        InputStream open = write(unit -> {
            unit.files().add(coming(key, 7));
            assertThat(blobs().open(key)).isPresent();
            return blobs().open(key).orElseThrow();
        });

        assertThat(open.readAllBytes()).isEqualTo(bytes("content"));
    }

    private void putNow(BlobKey key, byte[] content) {
        try {
            blobs().put(key, content.length, new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
