// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

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
 * The customer's page of a ticket: public messages in order, no notes, no system lines.
 *
 * @param cc who gets copies of the answers by mail, and may reply to them
 * @param fields of the installation's own in which something stands, as far as they are for customers (G10)
 * @param seen act through this to be told when something new has come in between (G7)
 * @param answerExpectedBy when an answer is due (B9), where the installation shows that; it may be past
 * @param payments what the one who looks pays, or whom the reseller looks for (E6), the oldest first
 * @param incidents how many support incidents of theirs it uses (E6)
 * @param rated how the ticket was rated (G11); shown while it is settled, and the installation asks for ratings
 */
public record CustomerTicketView(
        TicketId id,
        SeenTicket seen,
        String subject,
        CustomerStatus status,
        String queue,
        Optional<String> category,
        Optional<String> service,
        Instant createdAt,
        Optional<Instant> answerExpectedBy,
        Set<EmailAddress> cc,
        List<FieldShown> fields,
        List<Payment> payments,
        int incidents,
        Optional<Rated> rated,
        List<ConversationItem.Message> messages,
        AllowedActions actions) {
    public CustomerTicketView {
        cc = Set.copyOf(cc);
        fields = List.copyOf(fields);
        payments = List.copyOf(payments);
        messages = List.copyOf(messages);
    }
}
