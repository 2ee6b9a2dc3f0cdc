// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.SeenTicket;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The staff's page of a ticket: header, account card, whole conversation with notes and system lines, oldest first.
 *
 * @param seen act through this to be told when something new has come in between (G7)
 * @param card what the host knows of the account (A1); empty without an account, or where the host no longer knows it
 */
public record StaffTicketView(
        TicketId id,
        SeenTicket seen,
        StaffTicketRow header,
        CustomerStatus customerStatus,
        Optional<String> service,
        Optional<String> summary,
        Set<EmailAddress> cc,
        Optional<Account> card,
        Optional<Instant> autoCloseAt,
        Optional<Instant> snoozedUntil,
        List<ConversationItem> conversation,
        AllowedActions actions) {
    public StaffTicketView {
        cc = Set.copyOf(cc);
        conversation = List.copyOf(conversation);
    }

    /** What was said, without system lines. */
    public List<ConversationItem.Message> messages() {
        return conversation.stream()
                .filter(ConversationItem.Message.class::isInstance)
                .map(ConversationItem.Message.class::cast)
                .toList();
    }
}
