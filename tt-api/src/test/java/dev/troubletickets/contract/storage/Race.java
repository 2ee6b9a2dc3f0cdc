// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that start at one moment. No unit of work waits for another here, so a storage may run them one after the other. */
public final class Race {
    private static final int MOST_SECONDS = 120;
    private static final int MOST_TRIES = 1000;

    /** What one of the threads does. */
    @FunctionalInterface
    public interface Runner<T> {
        T run(int number) throws Exception;
    }

    private Race() {}

    /**
     * Runs so many threads to their end.
     *
     * @return their results, in the order of their numbers from 0
     */
    public static <T> List<T> of(int threads, Runner<T> runner) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier start = new CyclicBarrier(threads);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(executor.submit(() -> {
                    start.await(MOST_SECONDS, TimeUnit.SECONDS);
                    return runner.run(number);
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> thread : running) {
                results.add(result(thread));
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    /** Runs the work again while another unit of work was first, as the core does. */
    public static <T> T retrying(Storage storage, Storage.Work<T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return storage.write(work);
            } catch (WriteConflict e) {
                if (tries == MOST_TRIES) {
                    throw new AssertionError("the work never came through", e);
                }
            }
        }
    }

    private static <T> T result(Future<T> thread) throws InterruptedException, TimeoutException {
        try {
            return thread.get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed", e.getCause());
        }
    }
}
