// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.rights.AllowedActions;
import dev.troubletickets.ticket.CustomerStatus;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.Lock;
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
 * @param weight how the weight in the header came about (B8)
 * @param due why the answer is due when {@link StaffTicketRow#waiting} says (G1); empty without a target
 * @param bounced the marks of the requester's address and those in CC that a mail did not reach (D9)
 * @param fields of the installation's own that belong to the ticket or in which something stands (G10)
 * @param scheduled actions to be taken at a time, and those refused then, by their time (G9)
 * @param tasks what there is to do for it (E7)
 * @param card what the host knows of the account (A1); empty without an account, or where the host no longer knows it
 * @param comment what staff have noted about the account (E12)
 * @param operations what can be undone (G2), the newest first, at most 100
 * @param links the tickets it has to do with, the newest link first, at most 100
 * @param parts with whom it is open besides the one in charge (B5)
 * @param favourite it is one of the reader's favourites (B13)
 * @param watchers who watches it, the longest first (G10)
 * @param collaborators who is invited to it, the longest first (G10)
 * @param lock the lock in force, also one's own (B6)
 * @param onlookers colleagues who have been at the ticket in the last minute (G7)
 * @param drafts unsent answers, by author (G7)
 * @param billing what it costs its customer (E6)
 * @param rated how its customer has rated it (G11)
 * @param why what was decided by itself, oldest first (G1)
 */
public record StaffTicketView(
        TicketId id,
        SeenTicket seen,
        StaffTicketRow header,
        TicketWeight weight,
        CustomerStatus customerStatus,
        Optional<String> service,
        Optional<String> summary,
        Set<EmailAddress> cc,
        List<Bounce> bounced,
        List<FieldShown> fields,
        Optional<Account> card,
        Optional<CustomerComment> comment,
        Optional<DueExplanation> due,
        List<Scheduled> scheduled,
        TicketTasks tasks,
        Optional<Instant> autoCloseAt,
        Optional<Instant> snoozedUntil,
        List<Holder> parts,
        boolean favourite,
        List<Watcher> watchers,
        List<Collaborator> collaborators,
        Optional<Lock> lock,
        List<Onlooker> onlookers,
        List<Draft> drafts,
        List<ConversationItem> conversation,
        List<TicketLink> links,
        List<OperationView> operations,
        TicketBilling billing,
        Optional<Rated> rated,
        List<Why> why,
        AllowedActions actions) {
    public StaffTicketView {
        cc = Set.copyOf(cc);
        bounced = List.copyOf(bounced);
        fields = List.copyOf(fields);
        parts = List.copyOf(parts);
        why = List.copyOf(why);
        watchers = List.copyOf(watchers);
        collaborators = List.copyOf(collaborators);
        scheduled = List.copyOf(scheduled);
        onlookers = List.copyOf(onlookers);
        drafts = List.copyOf(drafts);
        conversation = List.copyOf(conversation);
        links = List.copyOf(links);
        operations = List.copyOf(operations);
    }

    /** What was said, without system lines. */
    public List<ConversationItem.Message> messages() {
        return conversation.stream()
                .filter(ConversationItem.Message.class::isInstance)
                .map(ConversationItem.Message.class::cast)
                .toList();
    }
}
