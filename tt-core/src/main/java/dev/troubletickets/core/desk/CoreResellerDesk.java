// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Reply;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.desk.Desks.Writer;
import dev.troubletickets.core.page.CustomerPages;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.desk.ResellerDesk;
import dev.troubletickets.desk.ResellerStatements;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.CustomerTicketRow;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.PageToken;
import java.util.List;
import java.util.Optional;

final class CoreResellerDesk implements ResellerDesk {
    private final Desks desks;
    private final ResellerId reseller;

    CoreResellerDesk(Desks desks, ResellerId reseller) {
        this.desks = desks;
        this.reseller = reseller;
    }

    @Override
    public TicketId openFor(AccountId account, NewTicket ticket) {
        Viewer.Reseller viewer = viewer();
        Account owner = desks.people
                .account(account)
                .filter(found ->
                        found.reseller().filter(viewer.family()::contains).isPresent())
                .orElseThrow(() -> new NotFound("account"));
        return desks.work.write(
                scope -> desks.openTicket.fromForm(scope, Requester.of(owner), ticket, viewer.actor(), Channel.PANEL));
    }

    @Override
    public TicketId reply(TicketRef ticket, Reply reply) {
        Viewer viewer = viewer();
        return desks.work.write(
                scope -> desks.reply(scope, new Writer(viewer, reseller.value(), this::owner), ticket, reply));
    }

    @Override
    public CustomerTickets tickets(Optional<PageToken> from) {
        Viewer.Reseller viewer = viewer();
        CustomerTickets page = desks.work.read(scope -> CustomerPages.tickets(scope, viewer, false, from));
        List<CustomerTicketRow> theirs = page.tickets().stream()
                .filter(row -> desks.access.isStillTheirs(viewer, row.account()))
                .toList();
        return new CustomerTickets(theirs, page.unread(), page.next());
    }

    @Override
    public CustomerTicketView ticket(TicketId ticket) {
        return desks.work.read(scope -> {
            Viewer viewer = viewer();
            return CustomerPages.ticket(scope, viewer, desks.access.ticket(scope, viewer, ticket));
        });
    }

    @Override
    public Download download(AttachmentId attachment) {
        return desks.work.read(scope -> desks.downloads.download(scope, viewer(), attachment));
    }

    @Override
    public ResellerStatements statements() {
        return new CoreResellerStatements(desks, reseller);
    }

    /** Whose words a reseller's are. */
    private Requester owner(TicketData ticket) {
        return Requester.of(Optional.ofNullable(ticket.header().account())
                .flatMap(desks.people::account)
                .orElseThrow(() -> new NotFound("account")));
    }

    private Viewer.Reseller viewer() {
        return desks.access.reseller(reseller);
    }
}
