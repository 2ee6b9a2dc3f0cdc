// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Phase;
import dev.troubletickets.ticket.Priority;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ticket in a staff list.
 *
 * @param reseller the account's, when the account was tied to the ticket (C3)
 * @param assigneeName the full name of the technician in charge
 * @param waiting present while the customer waits for an answer; draw the row bold then (A17)
 * @param weight the sum of the rules and of the minutes waited, at the moment of the list (B8)
 */
public record StaffTicketRow(
        TicketId id,
        String subject,
        EmailAddress requester,
        Optional<AccountId> account,
        Optional<ResellerId> reseller,
        QueueId queue,
        String queueName,
        Optional<String> category,
        Status status,
        Phase phase,
        Priority priority,
        Optional<StaffId> assignee,
        Optional<String> assigneeName,
        boolean sticky,
        Set<Tag> tags,
        Channel channel,
        Instant createdAt,
        Instant modifiedAt,
        Instant lastMessageAt,
        Optional<Waiting> waiting,
        long weight,
        Marks marks) {
    public StaffTicketRow {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    public boolean isUnanswered() {
        return waiting.isPresent();
    }

    /** When the customer began to wait for an answer. */
    public Optional<Instant> waitingSince() {
        return waiting.map(Waiting::since);
    }
}
