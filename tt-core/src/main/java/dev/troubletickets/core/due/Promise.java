// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.due;

import dev.troubletickets.core.worktime.WorkCalendar;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.settings.WorkingTime;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a queue promises, as it is kept, and on what terms it answered before.
 *
 * @param number of its terms, which rises whenever the service level or the calendar changes
 * @param former terms, the oldest first: time used under some stays used as they count it
 */
public record Promise(long queue, long number, ServiceLevel level, List<Former> former) {
    /** More changes than anybody makes before the background has seen to the waiting tickets. */
    private static final int REMEMBERED = 20;

    public Promise {
        former = List.copyOf(former);
    }

    static Promise none(QueueId queue) {
        return new Promise(queue.value(), 0, ServiceLevel.none(), List.of());
    }

    /** Other terms from now on. */
    Promise next(ServiceLevel to, Former before) {
        List<Former> all = new ArrayList<>(former);
        all.add(before);
        return new Promise(queue, number + 1, to, all.subList(Math.max(0, all.size() - REMEMBERED), all.size()));
    }

    /**
     * Terms that are no longer in force.
     *
     * @param workingTime as {@link WorkingTime#toString} writes it; always, if empty
     * @param holidays of the installation
     * @param until when they were in force
     */
    public record Former(
            long number, ServiceLevel level, Optional<String> workingTime, Holidays holidays, Instant until) {
        WorkCalendar calendar() {
            return WorkCalendar.of(workingTime.map(WorkingTime::parse), holidays);
        }
    }
}
