// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.core.due.Promise.Former;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What all queues promise; a queue that never promised anything is not in it. */
public record Promises(List<Promise> queues) {
    public Promises {
        queues = List.copyOf(queues);
    }

    public static Promises none() {
        return new Promises(List.of());
    }

    public Promise of(QueueId queue) {
        return queues.stream()
                .filter(promise -> promise.queue() == queue.value())
                .findFirst()
                .orElseGet(() -> Promise.none(queue));
    }

    /**
     * The queue promises something else, or works otherwise, from now on.
     *
     * @param queue as it was
     * @param holidays of the installation, as they were
     */
    public Promises change(Queue queue, ServiceLevel to, Holidays holidays, Instant now) {
        Promise before = of(queue.id());
        Former former = new Former(
                before.number(),
                before.level(),
                queue.settings().workingTime().map(WorkingTime::toString),
                holidays,
                now);
        return new Promises(Stream.concat(without(queue.id()).queues.stream(), Stream.of(before.next(to, former)))
                .toList());
    }

    public Promises without(QueueId queue) {
        return new Promises(queues.stream()
                .filter(promise -> promise.queue() != queue.value())
                .toList());
    }
}
