// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Rating;
import dev.troubletickets.command.Reply;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.desk.Desks.Writer;
import dev.troubletickets.core.encryption.CustomerKeys;
import dev.troubletickets.core.incidents.Balances;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.page.CustomerPages;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.core.ticket.RateTicket;
import dev.troubletickets.desk.CustomerDesk;
import dev.troubletickets.desk.PublicKnowledge;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.encryption.PublicKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.CustomerTicketView;
import dev.troubletickets.view.CustomerTickets;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.NewTicketForm;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

final class CoreCustomerDesk implements CustomerDesk {
    private final Desks desks;
    private final AccountId account;

    CoreCustomerDesk(Desks desks, AccountId account) {
        this.desks = desks;
        this.account = account;
    }

    @Override
    public NewTicketForm newTicketForm() {
        Account owner = owner();
        return desks.work.read(scope -> CustomerPages.newTicketForm(scope, owner));
    }

    @Override
    public PublicKnowledge knowledge() {
        return new CorePublicKnowledge(desks, account);
    }

    @Override
    public Optional<PublicKey> publicKey() {
        viewer();
        return desks.publicKey();
    }

    @Override
    public Optional<PublicKey> ownPublicKey() {
        viewer();
        return desks.work.read(scope -> CustomerKeys.of(scope, account));
    }

    @Override
    public PublicKey saveOwnPublicKey(String armored) {
        Viewer viewer = viewer();
        return desks.work.write(scope -> {
            PublicKey key = CustomerKeys.examined(scope, desks.keys.encryption(), armored);
            return CustomerKeys.save(scope, account, key, viewer.actor());
        });
    }

    @Override
    public void removeOwnPublicKey() {
        Viewer viewer = viewer();
        desks.work.write(scope -> {
            CustomerKeys.remove(scope, account, viewer.actor());
            return true;
        });
    }

    @Override
    public TicketId open(NewTicket ticket) {
        Account owner = owner();
        return desks.work.write(scope ->
                desks.openTicket.fromForm(scope, Requester.of(owner), ticket, viewer().actor(), Channel.PANEL));
    }

    @Override
    public TicketId reply(TicketRef ticket, Reply reply) {
        Account owner = owner();
        return desks.work.write(scope ->
                desks.reply(scope, new Writer(viewer(), owner.name(), old -> Requester.of(owner)), ticket, reply));
    }

    @Override
    public void close(TicketRef ticket) {
        take(ticket, new Step.CustomerCloses());
    }

    @Override
    public void archive(TicketRef ticket) {
        take(ticket, new Step.CustomerArchives());
    }

    @Override
    public void reopen(TicketRef ticket) {
        take(ticket, new Step.CustomerReopens());
    }

    @Override
    public void rate(TicketRef ticket, Rating rating) {
        desks.work.write(scope -> {
            Viewer viewer = viewer();
            RateTicket.rate(scope, viewer.actor(), desks.desk.take(scope, viewer, ticket), rating);
            return true;
        });
    }

    @Override
    public CustomerTickets tickets(Optional<PageToken> from) {
        return desks.work.read(scope -> CustomerPages.tickets(scope, viewer(), false, from));
    }

    @Override
    public CustomerTickets archived(Optional<PageToken> from) {
        return desks.work.read(scope -> CustomerPages.tickets(scope, viewer(), true, from));
    }

    @Override
    public IncidentBalance incidents() {
        return desks.work.read(scope -> Balances.of(scope, viewer().account()));
    }

    @Override
    public long unread() {
        return desks.work.read(scope -> CustomerPages.unread(scope, viewer()));
    }

    @Override
    public CustomerTicketView ticket(TicketId ticket) {
        return desks.work.write(scope -> {
            Viewer viewer = viewer();
            TicketData found = desks.access.ticket(scope, viewer, ticket);
            if (found.state().isUnreadByCustomer()) {
                CustomerPages.markRead(scope, found);
            }
            return CustomerPages.ticket(scope, viewer, found);
        });
    }

    @Override
    public Download download(AttachmentId attachment) {
        return desks.work.read(scope -> desks.downloads.download(scope, viewer(), attachment));
    }

    private void take(TicketRef ticket, Step step) {
        desks.work.write(scope -> {
            Viewer viewer = viewer();
            desks.handleTicket.status(scope, viewer.actor(), desks.desk.take(scope, viewer, ticket), step);
            return true;
        });
    }

    private Viewer.Customer viewer() {
        return desks.access.customer(account);
    }

    private Account owner() {
        return desks.people.account(account).orElseThrow(() -> new NotFound("account"));
    }
}
