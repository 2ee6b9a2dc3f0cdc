// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.work;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import java.util.ArrayList;
import java.util.List;

/** What one unit of work has written of tickets, for what follows from it before the unit ends. One thread. */
public final class Happenings {
    private final List<Written> all = new ArrayList<>();

    public void add(Written written) {
        all.add(written);
    }

    public List<Written> all() {
        return List.copyOf(all);
    }

    /**
     * One write of a ticket.
     *
     * @param ticket as it was written
     * @param said with it
     */
    public record Written(TicketData ticket, List<TicketEvent> events, List<MessageData> said, Actor actor) {
        public Written {
            events = List.copyOf(events);
            said = List.copyOf(said);
        }
    }
}
