// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ActiveCount;
import dev.troubletickets.spi.storage.TicketStore.Assigned;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.QueueCount;
import dev.troubletickets.view.Dashboard.Section;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketPage;
import dev.troubletickets.view.TicketSort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tickets center and the page of a ticket, for staff. */
public final class StaffPages {
    private static final TicketSort HIGHEST_PRIORITY = TicketSort.descending(TicketSort.Column.PRIORITY);
    private static final TicketSort LATEST = TicketSort.descending(TicketSort.Column.MODIFIED);

    private final People people;

    public StaffPages(People people) {
        this.people = people;
    }

    /** Every section at once (B7). */
    public Dashboard dashboard(Scope scope, Viewer.Staff staff, TicketSort unassigned) {
        List<ActiveCount> all = scope.stores().tickets().countActive(staff.visibility(), staff.id());
        List<ActiveCount> counts =
                all.stream().filter(count -> !count.snoozed()).toList();
        Map<QueueId, QueueCount> queues = new HashMap<>();
        for (ActiveCount count : counts) {
            String name = scope.installation().queueName(count.queue());
            queues.merge(
                    count.queue(),
                    new QueueCount(name, count.tickets()),
                    (one, other) -> new QueueCount(name, one.active() + other.active()));
        }
        return new Dashboard(
                section(
                        scope,
                        staff,
                        SectionName.ASSIGNED,
                        HIGHEST_PRIORITY,
                        total(counts, c -> c.assigned() == Assigned.ME && StaffLists.IN_HAND.contains(c.status()))),
                section(
                        scope,
                        staff,
                        SectionName.UNASSIGNED,
                        unassigned,
                        total(counts, c -> c.assigned() == Assigned.NOBODY && StaffLists.TO_TAKE.contains(c.status()))),
                optional(scope.settings().showAnswered(), scope, staff, SectionName.ANSWERED, Status.ANSWERED, counts),
                optional(scope.settings().showOnHold(), scope, staff, SectionName.ON_HOLD, Status.ON_HOLD, counts),
                queues,
                total(all, ActiveCount::snoozed));
    }

    /** The page of a ticket that the technician has been found to see. */
    public StaffTicketView ticket(Scope scope, Viewer.Staff staff, TicketData ticket) {
        List<ConversationItem> conversation = Conversation.forStaff(scope, ticket.id(), 1);
        return new StaffTicketView(
                ticket.id(),
                ticket.id().seenAt(ticket.version()),
                StaffLists.row(scope, ticket, false, StaffLists.profiles(scope, Stream.of(ticket))),
                ticket.state().customerStatus(),
                Optional.ofNullable(ticket.header().service()),
                Optional.ofNullable(ticket.header().summary()),
                ticket.header().cc(),
                Optional.ofNullable(ticket.header().account()).flatMap(people::account),
                Optional.ofNullable(ticket.state().autoCloseAt()),
                Optional.ofNullable(ticket.state().snoozedUntil()),
                ticket.state().parts(),
                Following.isFavourite(scope, staff, ticket.id()),
                Following.watchers(scope, ticket.id()),
                Optional.ofNullable(ticket.lock()).filter(lock -> lock.isInForce(scope.now())),
                Onlookers.besides(scope, staff.id(), ticket.id()),
                Onlookers.drafts(scope, ticket.id()),
                conversation,
                Reasons.of(scope, ticket.id(), conversation),
                Actions.forStaff(scope, staff, ticket));
    }

    private static Optional<Section> optional(
            boolean shown, Scope scope, Viewer.Staff staff, SectionName name, Status status, List<ActiveCount> counts) {
        return shown
                ? Optional.of(section(scope, staff, name, LATEST, total(counts, c -> c.status() == status)))
                : Optional.empty();
    }

    private static Section section(Scope scope, Viewer.Staff staff, SectionName name, TicketSort sort, long total) {
        TicketPage page = StaffLists.section(scope, staff, name, sort, Optional.empty());
        return new Section(page.tickets(), total, page.next());
    }

    private static long total(List<ActiveCount> counts, Predicate<ActiveCount> which) {
        return counts.stream().filter(which).mapToLong(ActiveCount::tickets).sum();
    }
}
