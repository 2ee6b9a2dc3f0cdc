// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.memory.internal.storage.Journal;
import dev.troubletickets.memory.internal.storage.MemoryBlobs;
import dev.troubletickets.memory.internal.storage.Stores;
import dev.troubletickets.memory.internal.storage.Tables;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.Storage;

/**
 * A storage in this process's memory, for tests, demonstrations and simulations; what it holds goes with the process.
 *
 * <p>Safe for any number of threads: units of work run one after the other, in the order they came, and see all that was committed
 * before. So a unit never finds a row locked by another. Running a unit inside another of the same thread, writing in a unit that
 * reads, and using a unit after its end are refused with an {@link IllegalStateException}.
 */
public final class InMemoryStorage implements Storage {
    private final Journal journal = new Journal();
    private final Stores stores = Stores.over(new Tables(journal));

    private final BlobStore blobs = new MemoryBlobs();

    private InMemoryStorage() {}

    /** An empty storage of its own. */
    public static InMemoryStorage create() {
        return new InMemoryStorage();
    }

    @Override
    public <T> T write(Work<T> work) {
        return journal.run(true, () -> work.in(stores));
    }

    @Override
    public <T> T read(Work<T> work) {
        return journal.run(false, () -> work.in(stores));
    }

    @Override
    public BlobStore blobs() {
        return blobs;
    }

    /** Without effect: nothing was opened. */
    @Override
    public void close() {
        // what was kept is still there for who looks at it after a test
    }
}
