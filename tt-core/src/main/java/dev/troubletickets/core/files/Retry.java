// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.files;

import dev.troubletickets.failure.Unavailable;
import dev.troubletickets.spi.storage.WriteConflict;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a unit of work that comes second again, on what the first one left. */
public final class Retry {
    private static final Logger LOG = LoggerFactory.getLogger(Retry.class);
    private static final int TRIES = 20;

    private Retry() {}

    /**
     * @param second called before each run but the first
     * @throws Unavailable if it came second time after time
     */
    public static <T> T again(Supplier<T> unit, Runnable second) {
        for (int attempt = 1; ; attempt++) {
            try {
                return unit.get();
            } catch (WriteConflict conflict) {
                LOG.debug("run {} came second: {}", attempt, conflict.getMessage());
                second.run();
                if (attempt == TRIES) {
                    throw new Unavailable("storage", "others were first " + TRIES + " times in a row", conflict);
                }
            }
        }
    }
}
