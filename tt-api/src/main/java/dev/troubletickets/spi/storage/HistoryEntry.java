// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of a ticket's history (A15); never changed once stored, but for what remains of it when the ticket is deleted for good (A11): then
 * it is by the system and has no data.
 *
 * @param version the ticket's version that it came with
 * @param index its place among the entries of that version, from 0
 * @param type the event's name
 * @param data the event's fields as JSON; empty if the ticket was deleted since
 * @param facts what statistics count of it, in the core's own form; absent if nothing. It stays when the ticket is deleted
 */
public record HistoryEntry(
        TicketId ticket,
        long version,
        int index,
        Instant at,
        Actor actor,
        String type,
        String data,
        @Nullable String facts) {
    /** Of which nothing counts. */
    public HistoryEntry(TicketId ticket, long version, int index, Instant at, Actor actor, String type, String data) {
        this(ticket, version, index, at, actor, type, data, null);
    }
}
