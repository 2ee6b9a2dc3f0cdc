// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

/**
 * There is no such thing, or it is not the caller's: the two are the same in type, text and fields, so that nobody learns what
 * exists.
 */
public final class NotFound extends SupportException {
    private static final long serialVersionUID = 1L;

    private final String what;

    public NotFound(String what) {
        super("no such " + what);
        this.what = what;
    }

    /** The kind of thing, such as {@code ticket}. */
    public String what() {
        return what;
    }
}
