// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.ActionDropped;
import dev.troubletickets.spi.storage.TicketData;
import java.util.List;

/** How much is kept beside a ticket, while it is being changed: actions at a time (G9), open tasks (E7). */
final class Tallies {
    private final TicketData before;
    private int scheduled;
    private int tasks;

    Tallies(TicketData before) {
        this.before = before;
        this.scheduled = before.scheduled();
        this.tasks = before.tasks();
    }

    int scheduled() {
        return scheduled;
    }

    void schedule(int more) {
        scheduled += more;
    }

    int tasks() {
        return tasks;
    }

    void task(int more) {
        tasks += more;
    }

    TicketData on(TicketData ticket) {
        return ticket.scheduling(scheduled).withTasks(tasks);
    }

    /** Drops the actions that are not to be taken once that has happened. */
    List<ActionDropped> drop(Scope scope, List<TicketEvent> events) {
        if (scheduled == 0) {
            return List.of();
        }
        List<ActionDropped> dropped = Changes.drop(scope, before.id(), events);
        scheduled -=
                (int) dropped.stream().filter(each -> Changes.goes(each.kind())).count();
        return dropped;
    }
}
