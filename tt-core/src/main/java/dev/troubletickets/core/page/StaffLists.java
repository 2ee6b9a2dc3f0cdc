// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StaffTicketRow;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of tickets for staff, never beyond what the technician may see (B2). */
public final class StaffLists {
    static final Set<Status> IN_HAND = EnumSet.of(Status.NEW, Status.OPEN, Status.ANSWERED);
    static final Set<Status> TO_TAKE = EnumSet.of(Status.NEW, Status.OPEN);

    private static final Set<Status> ACTIVE =
            Arrays.stream(Status.values()).filter(Status::isActive).collect(Collectors.toUnmodifiableSet());

    private StaffLists() {}

    /** One section of the tickets center (B7), a page at a time. */
    public static TicketPage section(
            Scope scope, Viewer.Staff staff, SectionName section, TicketSort sort, Optional<PageToken> from) {
        TicketCriteria all = TicketCriteria.of(staff.visibility()).snoozed(section == SectionName.SNOOZED);
        TicketCriteria criteria = switch (section) {
            case ASSIGNED -> all.assigned(new Assignment.To(staff.id())).statuses(IN_HAND);
            case UNASSIGNED -> all.assigned(new Assignment.Nobody()).statuses(TO_TAKE);
            case ANSWERED -> all.statuses(Set.of(Status.ANSWERED));
            case ON_HOLD -> all.statuses(Set.of(Status.ON_HOLD));
            case PARTS -> all.assigned(staff.parts()).statuses(ACTIVE);
            case SNOOZED -> all.statuses(ACTIVE);
        };
        return page(scope, staff, section.name(), criteria.order(key(sort.by()), sort.descending()), from);
    }

    /** By number, by the requester's address, or by words of the title (C1); words that are a number or an address are not also words. */
    public static TicketPage quickSearch(Scope scope, Viewer.Staff staff, String words, Optional<PageToken> from) {
        String text = words.strip();
        Optional<TicketId> id = TicketId.parse(text);
        Optional<EmailAddress> address = EmailAddress.parse(text);
        Find find = id.isPresent()
                ? new Find.ById(id.get())
                : address.isPresent()
                        ? new Find.ByRequester(address.get())
                        : new Find.BySubject(MessageText.clean(text));
        TicketCriteria criteria =
                TicketCriteria.of(staff.visibility()).find(find).order(SortKey.ID, true);
        return page(scope, staff, "SEARCH", criteria, from);
    }

    /** One customer's tickets (B13). */
    public static TicketPage ofAccount(Scope scope, Viewer.Staff staff, AccountId account, Optional<PageToken> from) {
        TicketCriteria criteria = TicketCriteria.of(staff.visibility())
                .find(new Find.ByAccount(account))
                .order(SortKey.LAST_MESSAGE, true);
        return page(scope, staff, "ACCOUNT", criteria, from);
    }

    static StaffTicketRow row(Scope scope, TicketData ticket, boolean unread, Map<StaffId, StaffProfile> profiles) {
        EmailAddress requester = ticket.header().requester();
        return new StaffTicketRow(
                ticket.id(),
                ticket.header().subject().value(),
                requester,
                Optional.ofNullable(ticket.header().account()),
                Optional.ofNullable(ticket.header().reseller()),
                ticket.state().queue(),
                scope.installation().queueName(ticket.state().queue()),
                Optional.ofNullable(ticket.header().category()),
                ticket.state().status(),
                ticket.state().phase(),
                ticket.state().priority(),
                ticket.state().assigned(),
                ticket.state().assigned().map(profiles::get).map(StaffProfile::fullName),
                ticket.state().sticky(),
                ticket.header().tags(),
                ticket.header().channel(),
                ticket.header().createdAt(),
                ticket.activity().modifiedAt(),
                ticket.activity().lastMessageAt(),
                Optional.ofNullable(ticket.state().waitingSince()),
                unread,
                scope.settings().highlightDomains().contains(requester.domain()),
                Optional.ofNullable(ticket.lock())
                        .filter(lock -> lock.isInForce(scope.now()))
                        .map(Lock::holder));
    }

    static TicketPage page(
            Scope scope, Viewer.Staff staff, String list, TicketCriteria wanted, Optional<PageToken> from) {
        Slice page = Paging.slice(scope, list, wanted.readBy(staff.id()), from);
        Map<StaffId, StaffProfile> profiles = profiles(scope, page.tickets());
        return new TicketPage(
                page.rows().stream()
                        .map(each -> row(scope, each.ticket(), each.unread(), profiles))
                        .toList(),
                page.next());
    }

    /** Of the technicians in charge of these tickets, in one question at the most. */
    static Map<StaffId, StaffProfile> profiles(Scope scope, Stream<TicketData> tickets) {
        Set<StaffId> technicians =
                tickets.flatMap(ticket -> ticket.state().assigned().stream()).collect(Collectors.toSet());
        return technicians.isEmpty() ? Map.of() : scope.stores().staff().profiles(technicians);
    }

    static SortKey key(TicketSort.Column column) {
        return switch (column) {
            case ID -> SortKey.ID;
            case SUBJECT -> SortKey.SUBJECT;
            case PRIORITY -> SortKey.PRIORITY;
            case CATEGORY -> SortKey.CATEGORY;
            case STATUS -> SortKey.STATUS;
            case CREATED -> SortKey.CREATED;
            case MODIFIED -> SortKey.MODIFIED;
            case LAST_MESSAGE -> SortKey.LAST_MESSAGE;
            case REQUESTER -> SortKey.REQUESTER;
            case ACCOUNT -> SortKey.ACCOUNT;
            case RESELLER -> SortKey.RESELLER;
            case QUEUE -> SortKey.QUEUE;
            case ASSIGNEE -> SortKey.ASSIGNEE;
        };
    }
}
