// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket in its customer's list.
 *
 * @param account whose it is, for resellers who see many
 * @param reseller whose customer that is, for resellers with others beneath them (C3)
 * @param staffWroteLast the last word that a person wrote is an answer
 */
public record CustomerTicketRow(
        TicketId id,
        String subject,
        Optional<AccountId> account,
        Optional<ResellerId> reseller,
        Optional<String> service,
        CustomerStatus status,
        boolean unread,
        Instant lastMessageAt,
        boolean staffWroteLast) {}
