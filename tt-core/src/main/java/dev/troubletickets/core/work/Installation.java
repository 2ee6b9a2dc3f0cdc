// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.Settings;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;

/** Settings, queues and rules, as they were read together; at most seconds old. */
public record Installation(Settings settings, List<Queue> queues, Rulebook rulebook) {
    public Installation {
        queues = List.copyOf(queues);
    }

    public Optional<Queue> find(QueueId id) {
        return queues.stream().filter(queue -> queue.id().equals(id)).findFirst();
    }

    public Queue defaultQueue() {
        return queues.stream()
                .filter(Queue::isDefault)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no queue is the default"));
    }

    public String queueName(QueueId id) {
        return find(id).map(Queue::name).orElse("");
    }
}
