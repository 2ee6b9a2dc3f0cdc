// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.command.Answer;
import dev.troubletickets.command.Edit;
import dev.troubletickets.command.MessageText;
import dev.troubletickets.command.NewTicket;
import dev.troubletickets.command.Preferences;
import dev.troubletickets.core.access.Customers;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.desk.Originals.Original;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.page.StaffLists;
import dev.troubletickets.core.page.StaffPages;
import dev.troubletickets.core.ticket.AnswerTicket;
import dev.troubletickets.core.ticket.DeleteTicket;
import dev.troubletickets.core.ticket.EditMessage;
import dev.troubletickets.core.ticket.HandleTicket;
import dev.troubletickets.core.ticket.Inclusions;
import dev.troubletickets.core.ticket.OpenTicket.Requester;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.Cause;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.InclusionId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Download;
import dev.troubletickets.view.EncryptedFile;
import dev.troubletickets.view.Inclusion;
import dev.troubletickets.view.MailHtml;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.Signed;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

final class CoreStaffDesk extends StaffNouns {
    private static final int ACCOUNTS = 20;

    CoreStaffDesk(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public Dashboard dashboard() {
        return dashboard(TicketSort.descending(TicketSort.Column.CREATED));
    }

    @Override
    public Dashboard dashboard(TicketSort unassigned) {
        return read((scope, staff) -> desks.staffPages.dashboard(scope, staff, unassigned));
    }

    @Override
    public TicketPage section(Dashboard.SectionName section, TicketSort sort, Optional<PageToken> from) {
        return read((scope, staff) -> StaffLists.section(scope, staff, section, sort, from));
    }

    @Override
    public TicketPage quickSearch(String words, Optional<PageToken> from) {
        return read((scope, staff) -> StaffLists.quickSearch(scope, staff, words, from));
    }

    @Override
    public StaffTicketView ticket(TicketId ticket) {
        return write((scope, staff) -> {
            Family family = Family.of(scope, desks.access.ticket(scope, staff, ticket));
            StaffPages.markRead(scope, id, family);
            return desks.staffPages.ticket(scope, staff, family);
        });
    }

    @Override
    public TicketId open(NewTicket ticket) {
        return write((scope, staff) -> open(scope, staff, Requester.of(staff), ticket));
    }

    @Override
    public TicketId openFor(AccountId account, NewTicket ticket) {
        return write((scope, staff) -> {
            Account owner = Customers.find(scope, staff, account)
                    .orElseThrow(() -> new Invalid("account", "there is no such account"));
            return open(scope, staff, Requester.of(owner), ticket);
        });
    }

    @Override
    public TicketId openFor(EmailAddress requester, NewTicket ticket) {
        return write((scope, staff) -> {
            Optional<Account> owner = Customers.onlyOneOf(scope, staff, requester);
            Requester someone = new Requester(
                    requester,
                    owner.map(Account::name).orElse(requester.value()),
                    owner,
                    owner.isPresent() ? owner.get().reseller() : staff.reseller());
            return open(scope, staff, someone, ticket);
        });
    }

    /** Where its author sees it. */
    private TicketId open(Scope scope, Viewer.Staff staff, Requester requester, NewTicket ticket) {
        staff.requireOnSide(requester.reseller().orElse(null));
        return desks.openTicket.fromForm(scope, requester, ticket, staff.actor(), Channel.STAFF);
    }

    @Override
    public void pickUp(TicketRef ticket) {
        act(ticket, (scope, staff, taken) -> HandleTicket.pickUp(scope, staff, taken));
    }

    @Override
    public void assign(TicketRef ticket, StaffId technician) {
        act(ticket, (scope, staff, taken) -> desks.handleTicket.assign(scope, staff, taken, technician));
    }

    @Override
    public void redirect(TicketRef ticket, Holder to) {
        act(ticket, (scope, staff, taken) -> desks.handleTicket.redirect(scope, staff, taken, to));
    }

    @Override
    public void release(TicketRef ticket) {
        act(ticket, (scope, staff, taken) -> HandleTicket.release(scope, staff, taken));
    }

    @Override
    public Optional<ScheduledId> answer(TicketRef ticket, Answer answer) {
        return write((scope, staff) ->
                desks.lateAnswers.answer(scope, staff, desks.desk.take(scope, staff, ticket, Reach.ANSWER), answer));
    }

    @Override
    public void note(TicketRef ticket, String text) {
        MessageText.require("note", text);
        act(ticket, Reach.NOTE, (scope, staff, taken) -> AnswerTicket.note(scope, staff, taken, text));
    }

    @Override
    public void editMessage(TicketRef ticket, MessageId message, String text) {
        act(ticket, (scope, staff, taken) -> EditMessage.edit(scope, staff, taken, message, text));
    }

    @Override
    public TicketPage ticketsOf(AccountId account, Optional<PageToken> from) {
        return read((scope, staff) -> StaffLists.ofAccount(scope, staff, account, from));
    }

    @Override
    public void hold(TicketRef ticket) {
        status(ticket, new Step.Holds());
    }

    @Override
    public void snooze(TicketRef ticket, Instant until) {
        act(ticket, (scope, staff, taken) -> HandleTicket.snooze(scope, staff, taken, until));
    }

    @Override
    public void wake(TicketRef ticket) {
        status(ticket, new Step.Wakes(Cause.STAFF));
    }

    @Override
    public void resolve(TicketRef ticket) {
        status(ticket, new Step.Resolves());
    }

    @Override
    public void close(TicketRef ticket) {
        act(ticket, (scope, staff, taken) -> desks.handleTicket.close(scope, staff, taken));
    }

    @Override
    public void reopen(TicketRef ticket) {
        status(ticket, new Step.Reopens());
    }

    @Override
    public void change(TicketRef ticket, Edit... edits) {
        List<Edit> all = List.of(edits);
        act(ticket, (scope, staff, taken) -> desks.changeTicket.change(scope, staff, taken, all));
    }

    @Override
    public void delete(TicketRef ticket) {
        act(ticket, DeleteTicket::byStaff);
    }

    @Override
    public String quote(MessageId message) {
        if (message.isNote()) {
            throw new NotFound("message");
        }
        return read((scope, staff) ->
                Inclusions.quote(desks.downloads.message(scope, staff, message).text()));
    }

    @Override
    public List<Inclusion> reveal(MessageId message) {
        return new CoreRevealing(desks, id).reveal(message, all -> all);
    }

    @Override
    public Inclusion reveal(InclusionId inclusion) {
        return new CoreRevealing(desks, id)
                .reveal(inclusion.message(), all -> all.only(inclusion.number()))
                .get(0);
    }

    @Override
    public EncryptedFile reveal(AttachmentId attachment) {
        return new CoreRevealing(desks, id).reveal(attachment);
    }

    @Override
    public List<Signed> signatures(MessageId message) {
        return new CoreRevealing(desks, id).signatures(message);
    }

    @Override
    public Optional<MailHtml> html(MessageId message) {
        Optional<Original> original =
                read((scope, staff) -> Originals.of(scope, desks.downloads.message(scope, staff, message)));
        return original.flatMap(desks.originals::html);
    }

    @Override
    public Download download(AttachmentId attachment) {
        return read((scope, staff) -> desks.downloads.download(scope, staff, attachment));
    }

    @Override
    public List<Account> searchAccounts(String words) {
        return read((scope, staff) -> Customers.search(scope, staff, words, ACCOUNTS));
    }

    @Override
    public Optional<StaffProfile> profile() {
        return read((scope, staff) -> staff.profile());
    }

    @Override
    public void saveProfile(StaffProfile profile) {
        run((scope, staff) -> scope.stores().staff().saveProfile(id, profile));
        desks.people.profiles().forget(id);
    }

    @Override
    public Preferences preferences() {
        return read((scope, staff) -> staff.preferences());
    }

    @Override
    public void savePreferences(Preferences preferences) {
        run((scope, staff) -> scope.stores().staff().savePreferences(id, Json.write(preferences)));
    }

    private void status(TicketRef ticket, Step step) {
        act(ticket, (scope, staff, taken) -> desks.handleTicket.status(scope, staff.actor(), taken, step));
    }
}
