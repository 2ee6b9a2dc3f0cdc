// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

/** The input cannot be taken; the caller can correct it. */
public final class Invalid extends SupportException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * @param field the part of the input, such as {@code text}
     * @param problem what is wrong with it, in one clause
     */
    public Invalid(String field, String problem) {
        super(field + ": " + problem);
        this.field = field;
    }

    public String field() {
        return field;
    }
}
