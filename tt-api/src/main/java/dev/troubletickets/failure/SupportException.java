// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import org.jspecify.annotations.Nullable;

/** The root of everything the library throws at its callers. After one of these, nothing of the failed call has happened. */
public abstract sealed class SupportException extends RuntimeException
        permits Invalid, LockedByAnother, NotFound, NotPermitted, OverLimit, Stale, TakenByAnother, Unavailable {
    private static final long serialVersionUID = 1L;

    SupportException(String message) {
        super(message);
    }

    SupportException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
