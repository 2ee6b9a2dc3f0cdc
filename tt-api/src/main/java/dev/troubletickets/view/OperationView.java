// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.OperationId;
import java.time.Instant;

/**
 * A merge, split or move that can be undone (G2); the history says what it was about, in lines of the same ticket and instant.
 *
 * @param id undo it by this
 */
public record OperationView(OperationId id, Kind kind, Instant at, Actor by) {
    public enum Kind {
        MERGE,
        /** To another queue. */
        MOVE,
        SPLIT
    }
}
