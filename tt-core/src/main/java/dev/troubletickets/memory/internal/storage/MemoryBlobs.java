// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of files, on the heap; so whole in memory, and no file has more than an array. For use anywhere. */
public final class MemoryBlobs implements BlobStore {
    private final Map<BlobKey, byte[]> blobs = new ConcurrentHashMap<>();

    @Override
    public void put(BlobKey key, long size, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Math.toIntExact(size));
        if (bytes.length < size || content.read() >= 0) {
            throw new IOException("the file has not the " + size + " bytes it says");
        }
        blobs.put(key, bytes);
    }

    @Override
    public Optional<InputStream> open(BlobKey key) {
        return Optional.ofNullable(blobs.get(key)).map(ByteArrayInputStream::new);
    }

    @Override
    public void delete(BlobKey key) {
        blobs.remove(key);
    }
}
