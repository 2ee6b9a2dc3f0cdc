// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.lifecycle;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** With whom a ticket is, to be put back when a move is undone (G2). */
public record Place(QueueId queue, @Nullable StaffId assignee, List<Holder> parts) {
    public Place {
        parts = List.copyOf(parts);
    }

    public static Place of(TicketState state) {
        return new Place(state.queue(), state.assignee(), state.parts());
    }
}
