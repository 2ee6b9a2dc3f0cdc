// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An action to be taken on a ticket at a time (G9), as it is kept.
 *
 * @param id given by the storage; 0 before
 * @param tries how often it was put off
 * @param refused why it will not be taken; absent while it is to be
 */
public record ScheduledData(
        long id,
        TicketId ticket,
        StaffId by,
        Instant at,
        ScheduledAction action,
        int tries,
        @Nullable String refused) {}
