// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.feed;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as the feed tells it. What notes and answers said before they were corrected, and a ticket's summary, are left out of it, in
 * both forms.
 *
 * @param cursor behind it; no other event has the same, so it also tells a repeated event from a new one
 * @param at by the clock of the node where it happened; the feed's order is not always that of clocks
 * @param type the name of the {@link TicketEvent}
 * @param actor empty where the ticket was deleted for good since (A11)
 * @param event empty where the ticket was deleted for good since
 * @param json one object, whose fields docs/events.md lists; its field {@code version} counts the changes of the type's form
 */
public record FeedEvent(
        Cursor cursor,
        Instant at,
        TicketId ticket,
        String type,
        Optional<Actor> actor,
        Optional<TicketEvent> event,
        String json) {}
