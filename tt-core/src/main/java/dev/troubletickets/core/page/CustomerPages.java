// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.Service;
import dev.troubletickets.settings.Category;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.NewTicketForm;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

/** What customers, and resellers on their behalf, are shown. */
public final class CustomerPages {
    private CustomerPages() {}

    public static NewTicketForm newTicketForm(Scope scope, Account account) {
        return new NewTicketForm(
                scope.settings().categories().stream().map(Category::name).toList(),
                account.services().stream().map(Service::withoutFacts).toList(),
                scope.settings().customersSetPriority(),
                scope.settings().limits(),
                AnnouncementsShown.ofForm(scope, account),
                FieldsShown.ofForm(scope));
    }

    public static CustomerTickets tickets(Scope scope, Viewer viewer, boolean archived, Optional<PageToken> from) {
        String list = archived ? "ARCHIVED" : "CUSTOMERS";
        TicketCriteria criteria =
                TicketCriteria.of(viewer.visibility()).archived(archived).order(SortKey.LAST_MESSAGE, true);
        Slice page = Paging.slice(scope, list, criteria, from);
        return new CustomerTickets(page.tickets().map(CustomerPages::row).toList(), unread(scope, viewer), page.next());
    }

    public static long unread(Scope scope, Viewer viewer) {
        return scope.stores()
                .tickets()
                .count(TicketCriteria.of(viewer.visibility()).onlyUnreadByCustomer());
    }

    /** The page of a ticket that the viewer has been found to see. */
    public static CustomerTicketView ticket(Scope scope, Viewer viewer, TicketData ticket) {
        boolean customer = viewer instanceof Viewer.Customer;
        return new CustomerTicketView(
                ticket.id(),
                ticket.id().seenAt(ticket.state().shown()),
                ticket.header().subject().value(),
                ticket.state().customerStatus(),
                scope.installation().queueName(ticket.state().queue()),
                Optional.ofNullable(ticket.header().category()),
                Optional.ofNullable(ticket.header().service()),
                ticket.header().createdAt(),
                Optional.ofNullable(ticket.clock().due())
                        .filter(due -> scope.settings().showAnswerDue()),
                ticket.header().cc(),
                FieldsShown.forCustomer(scope, ticket),
                Costs.forCustomer(scope, viewer, ticket),
                Costs.incidentsForCustomer(scope, viewer, ticket),
                Ratings.forCustomer(scope, ticket),
                Conversation.forCustomer(scope, ticket),
                customer ? Actions.forCustomer(scope, ticket.state()) : Actions.forReseller());
    }

    /** The customer has read the ticket, with whatever of theirs was merged into it. */
    public static void markRead(Scope scope, TicketData ticket) {
        Family family = Family.of(scope, ticket);
        List<TicketId> theirs = family.customersIds();
        family.all().stream()
                .filter(member -> theirs.contains(member.id()))
                .forEach(member -> scope.stores()
                        .tickets()
                        .markReadByCustomer(member.id(), member.state().shown()));
    }

    private static CustomerTicketRow row(TicketData ticket) {
        return new CustomerTicketRow(
                ticket.id(),
                ticket.header().subject().value(),
                Optional.ofNullable(ticket.header().account()),
                Optional.ofNullable(ticket.header().reseller()),
                Optional.ofNullable(ticket.header().service()),
                ticket.state().customerStatus(),
                ticket.state().isUnreadByCustomer(),
                ticket.activity().lastMessageAt(),
                ticket.state().staffWroteLast());
    }
}
