// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An action that is to be taken on a ticket at a time (G9), or that was refused when its time came.
 *
 * @param by who scheduled it
 * @param byName their full name; their id without a profile
 * @param refused why it was not taken; empty while its time is ahead
 * @param cancellable by whoever looks; an answer can be taken back by them, too (G8)
 * @param besides what an answer is besides its text; empty for other actions
 */
public record Scheduled(
        ScheduledId id,
        Instant at,
        ScheduledAction action,
        StaffId by,
        String byName,
        Optional<String> refused,
        boolean cancellable,
        Optional<Besides> besides) {
    /**
     * What an answer is besides its text (G8).
     *
     * @param files their names
     * @param closes whether the ticket is closed then; empty as the queue's auto-close says
     * @param sticky left as it is if empty
     * @param priority left as it is if empty
     * @param encryptedTo the fingerprint of the customer's key that an encrypted answer is for; empty for one in clear (F2)
     */
    public record Besides(
            Set<EmailAddress> cc,
            List<String> files,
            Optional<String> note,
            Optional<Boolean> closes,
            Optional<Boolean> sticky,
            Optional<Priority> priority,
            Optional<String> encryptedTo) {
        public Besides {
            cc = Set.copyOf(cc);
            files = List.copyOf(files);
        }
    }
}
