// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.TicketState;
import java.util.List;

/** What a step comes to. */
public sealed interface Decision {
    /** Nothing has happened. */
    record Refused(Refusal refusal) implements Decision {}

    /** @param settled the ticket was resolved or closed in an act of its own, and the customer is to be told (D7) */
    record Done(TicketState state, List<TicketEvent> events, boolean settled) implements Decision {
        public Done {
            events = List.copyOf(events);
        }
    }
}
