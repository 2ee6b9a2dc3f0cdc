// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import org.jspecify.annotations.Nullable;

/** Another unit of work was first: a key was taken, a version has moved, a deadlock was broken. Run the work again. */
public final class WriteConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WriteConflict(String what) {
        this(what, null);
    }

    public WriteConflict(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
