// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.ticket.QueueId;
import java.util.List;

/** Queues; there are few of them. */
public interface QueueStore {
    QueueId create(QueueSettings settings, boolean isDefault);

    /** By id. */
    List<Queue> all();

    /** The same, and no other unit can lock, create, change or delete queues until this one ends. */
    List<Queue> lockAll();

    void change(Queue queue);

    /**
     * Removes the queue, its predefined replies, and whatever entitles technicians to it.
     *
     * @throws WriteConflict at the latest on commit, if a ticket is still in it
     */
    void delete(QueueId id);
}
