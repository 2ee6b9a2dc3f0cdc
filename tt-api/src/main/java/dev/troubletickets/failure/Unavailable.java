// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

import org.jspecify.annotations.Nullable;

/** Something the library needs does not answer, or was not wired in; trying again later may help. */
public final class Unavailable extends SupportException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public Unavailable(String what, String reason) {
        this(what, reason, null);
    }

    public Unavailable(String what, String reason, @Nullable Throwable cause) {
        super(what + " is unavailable: " + reason, cause);
        this.what = what;
    }

    /** The part that is missing, such as {@code storage}, {@code mailbox}, {@code spelling}. */
    public String what() {
        return what;
    }
}
