// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.examples.quickstart;

import dev.troubletickets.contract.files.BlobStoreContract;
import dev.troubletickets.spi.files.BlobStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("F3")
class ObjectStoreBlobsTest implements BlobStoreContract {
    private static TinyObjectStore server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = new TinyObjectStore(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    // region: contract
    @Override
    public BlobStore blobs() {
        return new ObjectStoreBlobs(server.bucket());
    }
    // endregion
}
