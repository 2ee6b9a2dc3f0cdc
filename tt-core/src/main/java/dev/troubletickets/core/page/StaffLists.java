// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Roots;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        return page(scope, slice(scope, staff, section, sort, from));
    }

    static Slice slice(
            Scope scope, Viewer.Staff staff, SectionName section, TicketSort sort, Optional<PageToken> from) {
        TicketCriteria all = TicketCriteria.of(staff.visibility()).snoozed(section == SectionName.SNOOZED);
        TicketCriteria criteria = switch (section) {
            case ASSIGNED -> all.assigned(new Assignment.To(staff.id())).statuses(IN_HAND);
            case UNASSIGNED -> all.assigned(new Assignment.Nobody()).statuses(TO_TAKE);
            case ANSWERED -> all.statuses(Set.of(Status.ANSWERED));
            case ON_HOLD -> all.statuses(Set.of(Status.ON_HOLD));
            case PARTS -> all.assigned(staff.parts()).statuses(ACTIVE);
            case COLLABORATING -> all.find(new Find.Among(staff.invited())).statuses(ACTIVE);
            case SNOOZED -> all.statuses(ACTIVE);
        };
        TicketCriteria ordered =
                criteria.order(key(sort.by()), sort.descending()).readBy(staff.id());
        return Paging.slice(scope, section.name(), ordered, from);
    }

    /** By number, by the requester's address, or by words of the title (C1); words that are a number or an address are not also words. */
    public static TicketPage quickSearch(Scope scope, Viewer.Staff staff, String words, Optional<PageToken> from) {
        String text = words.strip();
        Optional<TicketId> id = TicketId.parse(text);
        Optional<EmailAddress> address = EmailAddress.parse(text);
        Find find = id.isPresent()
                ? new Find.ById(
                        Roots.ofStaff(scope, id.get()).map(TicketData::id).orElse(id.get()))
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

    static TicketPage page(
            Scope scope, Viewer.Staff staff, String list, TicketCriteria wanted, Optional<PageToken> from) {
        return page(scope, Paging.slice(scope, list, wanted.readBy(staff.id()), from));
    }

    private static TicketPage page(Scope scope, Slice slice) {
        return new TicketPage(StaffRows.of(scope, slice.tickets().toList()).rows(slice), slice.next());
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
            case WEIGHT -> SortKey.WEIGHT;
            case DUE -> SortKey.DUE;
            case RELEVANCE -> SortKey.RELEVANCE;
        };
    }
}
