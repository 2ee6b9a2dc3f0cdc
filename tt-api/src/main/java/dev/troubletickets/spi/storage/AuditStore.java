// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import java.time.Instant;
import java.util.List;

/** Acts that leave no other trace, such as deleting a ticket (A11) or giving a permission (E3); added, never changed. */
public interface AuditStore {
    void add(Line line);

    /**
     * The newest first.
     *
     * @param before lines of this number and above are left out
     */
    List<Numbered> before(long before, int limit);

    /** The newest of all. */
    default List<Line> latest(int limit) {
        return before(Long.MAX_VALUE, limit).stream().map(Numbered::line).toList();
    }

    record Line(Instant at, Actor actor, String what) {}

    /** @param number the later one's is larger */
    record Numbered(long number, Line line) {}
}
