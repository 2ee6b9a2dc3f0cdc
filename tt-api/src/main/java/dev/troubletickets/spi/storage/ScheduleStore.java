// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Actions that are to be taken on tickets at a time (G9). Whoever takes one removes it in the same unit; so it is taken once. */
public interface ScheduleStore {
    /**
     * Keeps a new action, due at its time. Its files are asked for before ({@link FileStore#want}).
     *
     * @return its id, from 1
     * @throws WriteConflict at the latest on commit, if its ticket is gone, or a file that {@link FileStore} does not know
     */
    long add(ScheduledData action);

    /** The actions of the ticket, refused ones too, by their time and id. */
    List<ScheduledData> of(TicketId ticket);

    /**
     * The next action that is due, the one due longest first, locked until this unit ends; those locked by other units are passed over, and
     * with each the later ones of its ticket, so that a ticket's are taken in the order in which they are due.
     */
    Optional<ScheduledData> lockNext(Instant now);

    /** Removes it. Waits for whoever holds it; false if it is gone. */
    boolean remove(long id);

    /**
     * Makes it another ticket's, refused or not; waits for whoever holds it. False if it is gone.
     *
     * @throws WriteConflict at the latest on commit, if that ticket is gone
     */
    boolean move(long id, TicketId to);

    /** Due again then; counts a try. False if it is gone or was refused. */
    boolean postpone(long id, Instant due);

    /** It stays, and is not due any more. False if it is gone or was refused before. */
    boolean refuse(long id, String why);
}
