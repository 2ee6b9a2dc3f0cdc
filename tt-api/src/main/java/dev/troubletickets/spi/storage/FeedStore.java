// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/**
 * The lines of all histories in one order (G4). A line is added without a place; whoever holds the feed gives the committed ones theirs,
 * each behind all that have one.
 */
public interface FeedStore {
    /** Waits while another unit holds the feed, and holds it until this unit ends. */
    void lock();

    /** Some committed line has no place. */
    boolean hasUnplaced();

    /**
     * Lines that have no place: the oldest by their time, at most {@code limit}, and each line without a place that comes before one of
     * them in its own ticket. In any order.
     */
    List<Line> unplaced(int limit);

    /** Gives the first line this place, and each further one the next. For who holds the feed. */
    void place(List<Line> lines, long first);

    /** The last place that was given; 0 if none was. */
    long last();

    /** The lines behind that place, in order. */
    List<Placed> after(long place, int limit);

    /** Where a consumer is, 0 if nothing was kept of it. */
    long position(String consumer);

    /** Keeps where the consumer is; a lower place than the kept one changes nothing. */
    void advance(String consumer, long place);

    /** Keeps where the consumer is, whatever was kept. */
    void rewind(String consumer, long place);

    /** A line of a history, by what it is known by, and its time. */
    record Line(TicketId ticket, long version, int index, Instant at) {}

    /** A line in its place. */
    record Placed(long place, HistoryEntry entry) {}
}
