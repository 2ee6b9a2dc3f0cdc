// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import java.time.Instant;
import java.util.Optional;

/**
 * An action that is to be taken on a ticket at a time (G9), or that was refused when its time came.
 *
 * @param by who scheduled it
 * @param byName their full name; their id without a profile
 * @param refused why it was not taken; empty while its time is ahead
 * @param cancellable by whoever looks
 */
public record Scheduled(
        ScheduledId id,
        Instant at,
        ScheduledAction action,
        StaffId by,
        String byName,
        Optional<String> refused,
        boolean cancellable) {}
