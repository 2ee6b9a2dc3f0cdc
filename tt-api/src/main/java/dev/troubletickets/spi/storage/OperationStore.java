// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Operations that can be undone (G2); gone with their ticket. */
public interface OperationStore {
    /** @throws WriteConflict at the latest on commit, if there is one of that id already, or no such ticket */
    void add(OperationData operation);

    Optional<OperationData> find(OperationId id);

    /** Those of these tickets that are not undone, by ticket and version, the newest first, at most {@code limit}. */
    List<OperationData> inForce(Collection<TicketId> tickets, int limit);

    /** Replaces what is needed to undo it; false if it is not there. */
    boolean rewrite(OperationId id, String data);

    /**
     * Notes that it was undone.
     *
     * @return false, having written nothing, if it was undone before, or is not there
     */
    boolean undo(OperationId id);
}
