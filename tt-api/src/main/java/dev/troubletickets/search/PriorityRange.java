// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.search;

import dev.troubletickets.failure.Invalid;
import dev.troubletickets.ticket.Priority;

/** Priorities from one to another, both included; 0 to 100 is any. */
public record PriorityRange(int from, int to) {
    private static final PriorityRange ANY = new PriorityRange(0, 100);

    /** @throws Invalid if it begins after its end, or goes beyond 0 to 100 */
    public PriorityRange {
        if (from < 0 || to > 100 || from > to) {
            throw new Invalid("priority", "is a range within 0 to 100");
        }
    }

    public static PriorityRange any() {
        return ANY;
    }

    public boolean covers(Priority priority) {
        return from <= priority.value() && priority.value() <= to;
    }
}
