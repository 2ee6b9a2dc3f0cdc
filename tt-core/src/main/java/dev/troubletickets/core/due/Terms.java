// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.core.due.Promise.Former;
import dev.troubletickets.core.worktime.WorkCalendar;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.ticket.QueueId;
import java.util.List;

/**
 * On what terms a queue answers: what it promises and when it works.
 *
 * @param number rises with every change
 * @param former terms, the oldest first
 */
public record Terms(QueueId queue, long number, WorkCalendar calendar, ServiceLevel level, List<Former> former) {
    public Terms {
        former = List.copyOf(former);
    }

    public static Terms of(Queue queue, Promise promise, Holidays holidays) {
        return new Terms(
                queue.id(),
                promise.number(),
                WorkCalendar.of(queue.settings().workingTime(), holidays),
                promise.level(),
                promise.former());
    }

    /** Of a queue that is gone: it promises nothing. */
    public static Terms none(QueueId queue) {
        return new Terms(queue, 0, WorkCalendar.always(), ServiceLevel.none(), List.of());
    }
}
