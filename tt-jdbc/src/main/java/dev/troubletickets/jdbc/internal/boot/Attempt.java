// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.boot;

import dev.troubletickets.jdbc.internal.sql.Session;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The work of a unit and what came of it: carried past the provider, which would wrap what the work throws. */
final class Attempt<T> {
    private final Function<Session, T> work;
    private @Nullable T result;
    private @Nullable RuntimeException failure;

    Attempt(Function<Session, T> work) {
        this.work = work;
    }

    /** Runs the work and writes all that it wrote, short of the commit. */
    void on(Session session) {
        try {
            result = work.apply(session);
            session.end();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    @SuppressWarnings("NullAway") // null only if the work's own result is
    T result() {
        if (failure != null) {
            throw failure;
        }
        return result;
    }
}
