// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;

/**
 * A line of a ticket's history (A15); never changed once stored.
 *
 * @param version the ticket's version that it came with
 * @param index its place among the entries of that version, from 0
 * @param type the event's name
 * @param data the event's fields as JSON
 */
public record HistoryEntry(
        TicketId ticket, long version, int index, Instant at, Actor actor, String type, String data) {}
