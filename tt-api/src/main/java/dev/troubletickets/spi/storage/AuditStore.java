// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import java.time.Instant;
import java.util.List;

/** Acts that leave no other trace, such as deleting a ticket (A11); added, never changed. */
public interface AuditStore {
    void add(Line line);

    /** The newest first. */
    List<Line> latest(int limit);

    record Line(Instant at, Actor actor, String what) {}
}
