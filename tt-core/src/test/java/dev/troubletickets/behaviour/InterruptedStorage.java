// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.files.BlobStore;
import dev.troubletickets.spi.storage.Storage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A storage that counts the moments before and after each unit of work, and at one of them lets something happen. */
final class InterruptedStorage implements Storage {
    private final Storage real;
    private final Runnable event;
    private int steps;
    private int when = Integer.MAX_VALUE;

    /** The process is no more. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    InterruptedStorage(Storage real, Runnable event) {
        this.real = real;
        this.event = event;
    }

    static void die() {
        throw new Death();
    }

    /** Counted from now on. */
    void at(int step) {
        steps = 0;
        when = step;
    }

    boolean isReached() {
        return steps >= when;
    }

    @Override
    public <T> T write(Work<T> work) {
        step();
        T result = real.write(work);
        step();
        return result;
    }

    @Override
    public <T> T read(Work<T> work) {
        step();
        T result = real.read(work);
        step();
        return result;
    }

    @Override
    public BlobStore blobs() {
        BlobStore bytes = real.blobs();
        return new BlobStore() {
            @Override
            public void put(BlobKey key, long size, InputStream content) throws IOException {
                step();
                bytes.put(key, size, content);
                step();
            }

            @Override
            public Optional<InputStream> open(BlobKey key) {
                return bytes.open(key);
            }

            @Override
            public void delete(BlobKey key) {
                step();
                bytes.delete(key);
                step();
            }
        };
    }

    @Override
    public void close() {
        real.close();
    }

    private void step() {
        steps++;
        if (steps == when) {
            event.run();
        }
    }
}
