// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action to be taken on a ticket at a time (G9), as it is kept.
 *
 * @param id given by the storage; 0 before
 * @param answer what an answer is besides its text and the bytes of its files (G8), in words of the core's own; absent for one that is
 *     nothing else, and for other actions
 * @param files the bytes of an answer's files, in their order (G8); they are referred to as long as the action is kept
 * @param tries how often it was put off
 * @param refused why it will not be taken; absent while it is to be
 */
public record ScheduledData(
        long id,
        TicketId ticket,
        StaffId by,
        Instant at,
        ScheduledAction action,
        @Nullable String answer,
        List<BlobKey> files,
        int tries,
        @Nullable String refused) {
    public ScheduledData {
        files = List.copyOf(files);
    }

    /** The same, as it is kept under that number, in that ticket. */
    public ScheduledData in(TicketId other, long number) {
        return new ScheduledData(number, other, by, at, action, answer, files, tries, refused);
    }
}
