// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;

/** Queues; there are few of them. */
public interface QueueStore {
    QueueId create(QueueSettings settings, boolean isDefault);

    /** By id. */
    List<Queue> all();

    /** The same, and no other unit can lock, create, change or delete queues until this one ends. */
    List<Queue> lockAll();

    void change(Queue queue);

    /**
     * Who had the last turn in the queue (B14); nobody in a new one. No other unit gets past this for the same queue until this one ends, and
     * it then finds what this one has left.
     */
    Optional<StaffId> lockTurn(QueueId id);

    /** Remembers whose turn it was. Gone with the queue. */
    void turn(QueueId id, StaffId staff);

    /**
     * Removes the queue, its predefined replies, and whatever entitles technicians to it.
     *
     * @throws WriteConflict at the latest on commit, if a ticket is still in it
     */
    void delete(QueueId id);
}
