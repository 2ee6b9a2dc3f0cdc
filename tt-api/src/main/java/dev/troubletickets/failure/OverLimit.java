// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.failure;

/** The input is larger than the installation allows. */
public final class OverLimit extends SupportException {
    private static final long serialVersionUID = 1L;

    private final String limit;
    private final long allowed;

    public OverLimit(String limit, long allowed) {
        super(limit + " exceeded: at most " + allowed);
        this.limit = limit;
        this.allowed = allowed;
    }

    /** The limit's name in {@code Limits}, {@code MailLimits} or {@code Settings}, or what there is too much of. */
    public String limit() {
        return limit;
    }

    public long allowed() {
        return allowed;
    }
}
