// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.command.Preferences;
import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Chargeable;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.page.Paging.Slice;
import dev.troubletickets.core.rules.Weighing;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PresenceStore.Presence;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.TicketStore.ActiveCount;
import dev.troubletickets.spi.storage.TicketStore.Assigned;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.view.Bounce;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.Dashboard;
import dev.troubletickets.view.Dashboard.QueueCount;
import dev.troubletickets.view.Dashboard.Section;
import dev.troubletickets.view.Dashboard.SectionName;
import dev.troubletickets.view.OperationView;
import dev.troubletickets.view.StaffTicketView;
import dev.troubletickets.view.TicketSort;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The tickets center and the page of a ticket, for staff. */
public final class StaffPages {
    private static final TicketSort HIGHEST_PRIORITY = TicketSort.descending(TicketSort.Column.PRIORITY);
    private static final TicketSort LATEST = TicketSort.descending(TicketSort.Column.MODIFIED);

    private final People people;
    private final Links links;
    private final Chargeable chargeable;

    public StaffPages(People people, Access access, Chargeable chargeable) {
        this.people = people;
        this.chargeable = chargeable;
        this.links = new Links(access);
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
        Map<SectionName, Slice> slices = slices(scope, staff, unassigned);
        StaffRows rows = StaffRows.of(
                scope, slices.values().stream().flatMap(Slice::tickets).toList());
        Map<SectionName, Section> sections = new EnumMap<>(SectionName.class);
        slices.forEach(
                (name, slice) -> sections.put(name, new Section(rows.rows(slice), total(counts, name), slice.next())));
        return new Dashboard(
                Objects.requireNonNull(sections.get(SectionName.ASSIGNED)),
                Objects.requireNonNull(sections.get(SectionName.UNASSIGNED)),
                Optional.ofNullable(sections.get(SectionName.ANSWERED)),
                Optional.ofNullable(sections.get(SectionName.ON_HOLD)),
                queues,
                all.stream()
                        .filter(ActiveCount::snoozed)
                        .mapToLong(ActiveCount::tickets)
                        .sum());
    }

    /** Notes that the technician is there, and has read everything. */
    public static void markRead(Scope scope, StaffId reader, Family family) {
        for (TicketData member : family.all()) {
            scope.stores()
                    .conversations()
                    .markRead(member.id(), reader, member.state().messages());
        }
        scope.stores().presence().seen(new Presence(family.root().id(), reader, scope.now(), false));
    }

    /** The page of a ticket that the technician has been found to see. */
    public StaffTicketView ticket(Scope scope, Viewer.Staff staff, Family family) {
        TicketData ticket = family.root();
        List<ConversationItem> conversation = Conversation.forStaff(scope, family);
        List<OperationView> operations = Operations.inForce(scope, family, conversation);
        Optional<Account> account =
                Optional.ofNullable(ticket.header().account()).flatMap(people::account);
        return new StaffTicketView(
                ticket.id(),
                ticket.id().seenAt(ticket.version()),
                StaffRows.of(scope, ticket, account).row(ticket, false),
                Weighing.explain(scope, ticket, account),
                ticket.state().customerStatus(),
                Optional.ofNullable(ticket.header().service()),
                Optional.ofNullable(ticket.header().summary()),
                ticket.header().cc(),
                bounced(scope, ticket),
                FieldsShown.forStaff(scope, ticket),
                account,
                CustomerNotes.of(scope, staff, ticket.header().account()),
                Waits.why(scope, ticket, conversation),
                Plans.of(scope, staff, family),
                new TaskPages(scope, staff).of(ticket),
                Optional.ofNullable(ticket.state().autoCloseAt()),
                Optional.ofNullable(ticket.state().snoozedUntil()),
                ticket.state().parts(),
                Following.isFavourite(scope, staff, ticket.id()),
                Following.watchers(scope, ticket.id()),
                Following.collaborators(scope, ticket.id()),
                Optional.ofNullable(ticket.lock()).filter(lock -> lock.isInForce(scope.now())),
                Onlookers.besides(scope, staff.id(), ticket.id()),
                Onlookers.drafts(scope, family),
                conversation,
                links.of(scope, staff, family, conversation),
                operations,
                Costs.forStaff(scope, staff, family),
                Ratings.forStaff(ticket.id(), conversation),
                Reasons.of(scope, family.ids(), conversation),
                Actions.forStaff(scope, staff, ticket, new Actions.Known(operations, chargeable)));
    }

    private static List<Bounce> bounced(Scope scope, TicketData ticket) {
        Set<EmailAddress> addresses = new HashSet<>(ticket.header().cc());
        addresses.add(ticket.header().requester());
        return scope.stores().bounces().find(addresses);
    }

    /** The first page of each section that is shown. */
    private static Map<SectionName, Slice> slices(Scope scope, Viewer.Staff staff, TicketSort unassigned) {
        Preferences own = staff.preferences();
        Map<SectionName, TicketSort> shown = new EnumMap<>(SectionName.class);
        shown.put(SectionName.ASSIGNED, HIGHEST_PRIORITY);
        shown.put(SectionName.UNASSIGNED, unassigned);
        if (own.showAnswered().orElse(scope.settings().showAnswered())) {
            shown.put(SectionName.ANSWERED, LATEST);
        }
        if (own.showOnHold().orElse(scope.settings().showOnHold())) {
            shown.put(SectionName.ON_HOLD, LATEST);
        }
        Map<SectionName, Slice> slices = new EnumMap<>(SectionName.class);
        shown.forEach((name, sort) -> slices.put(name, StaffLists.slice(scope, staff, name, sort, Optional.empty())));
        return slices;
    }

    private static long total(List<ActiveCount> counts, SectionName section) {
        Predicate<ActiveCount> inIt = switch (section) {
            case ASSIGNED -> c -> c.assigned() == Assigned.ME && StaffLists.IN_HAND.contains(c.status());
            case UNASSIGNED -> c -> c.assigned() == Assigned.NOBODY && StaffLists.TO_TAKE.contains(c.status());
            case ANSWERED -> c -> c.status() == Status.ANSWERED;
            case ON_HOLD -> c -> c.status() == Status.ON_HOLD;
            case PARTS, COLLABORATING, SNOOZED -> throw new IllegalStateException("stands on no dashboard: " + section);
        };
        return counts.stream().filter(inIt).mapToLong(ActiveCount::tickets).sum();
    }
}
