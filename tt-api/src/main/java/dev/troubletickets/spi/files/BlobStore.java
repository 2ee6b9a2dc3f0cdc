// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Keeps the bytes of files (F3): the database does by default, a directory or an object store may instead. It asks no more than an object
 * store gives: whole objects are put, got and deleted by their key; nothing is renamed, appended to, listed or part of a transaction. What
 * is kept of a file besides its bytes, and who may have it, is not its business.
 *
 * <p>A key is put until that succeeds once, and then never again with other bytes. Safe for concurrent use.
 */
public interface BlobStore {
    /**
     * Keeps the bytes, all of them or none: until this returns, the key is as one that is not there. What an attempt left behind that broke
     * off, an attempt after it replaces, and {@link #delete} removes.
     *
     * @param size how many bytes the stream has
     * @param content read to its end, never as a whole in memory; not closed
     * @throws IOException as the stream threw it, or if it has another number of bytes; nothing was kept
     * @throws dev.troubletickets.failure.Unavailable if the store does not answer; the same may be tried again
     */
    void put(BlobKey key, long size, InputStream content) throws IOException;

    /**
     * The bytes from the start, for the caller to close; read piece by piece, each when it is asked for. A stream whose store stops
     * answering throws {@link IOException}. Empty if there are none.
     *
     * @throws dev.troubletickets.failure.Unavailable if the store does not answer
     */
    Optional<InputStream> open(BlobKey key);

    /**
     * Nothing of them is left. Does nothing if there are none. A stream that is open may break off.
     *
     * @throws dev.troubletickets.failure.Unavailable if the store does not answer; the same may be tried again
     */
    void delete(BlobKey key);
}
