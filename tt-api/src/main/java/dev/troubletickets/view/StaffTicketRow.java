// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket in a staff list.
 *
 * @param assigneeName the full name of the technician in charge
 * @param waitingSince when the customer began to wait for an answer; draw the row bold where present (A17)
 * @param unread something in it this technician has not read
 * @param highlighted the requester's domain is on the highlight list (D11)
 * @param lockedBy whose lock is in force (B6)
 */
public record StaffTicketRow(
        TicketId id,
        String subject,
        EmailAddress requester,
        Optional<AccountId> account,
        QueueId queue,
        String queueName,
        Optional<String> category,
        Status status,
        Phase phase,
        Priority priority,
        Optional<StaffId> assignee,
        Optional<String> assigneeName,
        boolean sticky,
        Channel channel,
        Instant createdAt,
        Instant modifiedAt,
        Optional<Instant> waitingSince,
        boolean unread,
        boolean highlighted,
        Optional<StaffId> lockedBy) {
    public boolean isUnanswered() {
        return waitingSince.isPresent();
    }
}
