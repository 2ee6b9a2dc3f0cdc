// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.spi.files.BlobStore;

/**
 * A transactional store, safe for concurrent use by any number of threads and, if it is meant to be shared, processes.
 *
 * <p>A unit of work sees its own writes, and at least what was committed before each of its statements. It commits when the work
 * returns and leaves no trace when the work throws. A unit is used by one thread and not after its work has ended.
 */
public interface Storage extends AutoCloseable {
    /**
     * Runs the work in a transaction and commits.
     *
     * @throws WriteConflict if another unit of work was first; nothing was written, and the work may be run again
     * @throws dev.troubletickets.failure.Unavailable if the store does not answer; whether a commit under way came through is then
     *     unknown
     */
    <T> T write(Work<T> work);

    /**
     * Runs the work, which writes nothing.
     *
     * @throws dev.troubletickets.failure.Unavailable if the store does not answer
     */
    <T> T read(Work<T> work);

    /**
     * Keeps the bytes of files in the same place as the rest, in transactions of its own: the blob store of a support center that is given
     * no other. Safe for concurrent use; not to be used by a thread while it is in a unit of work.
     */
    BlobStore blobs();

    /** Lets go of what the storage itself has opened; not of what the host handed to it. */
    @Override
    void close();

    @FunctionalInterface
    interface Work<T> {
        T in(UnitOfWork unit);
    }
}
