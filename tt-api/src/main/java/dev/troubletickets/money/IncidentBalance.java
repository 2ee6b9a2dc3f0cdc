// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account has left of support incidents (E6).
 *
 * @param packs of which something is left that can be used, in the order in which they are
 * @param queues those whose tickets use incidents, and those in which some are uncovered
 */
public record IncidentBalance(List<PackBalance> packs, List<OfQueue> queues) {
    public IncidentBalance {
        packs = List.copyOf(packs);
        queues = List.copyOf(queues);
    }

    /**
     * @param left for its tickets: of packs of the queue and of those for all queues, which count in each
     * @param expires when the first of them ends
     * @param uncovered used by tickets when none was left
     */
    public record OfQueue(QueueId queue, String name, int left, Optional<Instant> expires, int uncovered) {}

    public Optional<OfQueue> of(QueueId queue) {
        return queues.stream().filter(each -> each.queue().equals(queue)).findFirst();
    }
}
