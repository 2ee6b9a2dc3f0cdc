// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Runs units of work one after the other, first come first served, and takes back what a failed one has changed. Safe for threads;
 * all else in a storage's memory is guarded by it.
 */
public final class Journal {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private boolean writable;

    /** @throws IllegalStateException if this thread is in a unit already */
    public <T> T run(boolean writes, Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a unit of work cannot be run inside another");
        }
        lock.lock();
        boolean done = false;
        try {
            writable = writes;
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo.forEach(Runnable::run);
            }
            undo.clear();
            lock.unlock();
        }
    }

    /** @throws IllegalStateException outside of a unit */
    void requireUnit() {
        if (!lock.isHeldByCurrentThread()) {
            throw new IllegalStateException("a unit of work is used by its own thread, and not after it has ended");
        }
    }

    /**
     * How to take back the change that follows.
     *
     * @throws IllegalStateException outside of a unit, or in one that only reads
     */
    void willUndo(Runnable change) {
        requireUnit();
        if (!writable) {
            throw new IllegalStateException("a unit of work that reads cannot write");
        }
        undo.push(change);
    }
}
