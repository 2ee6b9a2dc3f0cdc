// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.OperationId;
import java.time.Instant;

/**
 * An operation that can be undone (G2), as it is kept.
 *
 * @param data what is needed to undo it, as JSON
 */
public record OperationData(OperationId id, Kind kind, Instant at, Actor by, String data, boolean undone) {
    public enum Kind {
        MERGE,
        MOVE,
        SPLIT
    }
}
