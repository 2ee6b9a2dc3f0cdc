// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.tasks.TaskId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The one place that says who someone is to a ticket (B2, E3, E4). */
public final class Access {
    private final People people;

    public Access(People people) {
        this.people = people;
    }

    /** @throws NotFound if the host does not know the account */
    public Viewer.Customer customer(AccountId id) {
        return people.account(id)
                .map(account -> new Viewer.Customer(account.id()))
                .orElseThrow(() -> new NotFound("account"));
    }

    /** @throws NotFound if the host does not know the reseller */
    public Viewer.Reseller reseller(ResellerId id) {
        if (people.reseller(id).isEmpty()) {
            throw new NotFound("reseller");
        }
        return new Viewer.Reseller(id, people.resellers().family(id));
    }

    /**
     * Asks the host and the database anew, so that what was given or taken is in force at this call.
     *
     * @throws NotFound if the host does not know the technician
     */
    public Viewer.Staff staff(Scope scope, StaffId id) {
        StaffMember member = people.staff(id).orElseThrow(() -> new NotFound("technician"));
        return staff(scope, member, scope.stores().staff().find(id));
    }

    /** Those of them whom the host knows; asks host and database once for all. */
    public List<Viewer.Staff> staff(Scope scope, Set<StaffId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<StaffId, StaffData> data = scope.stores().staff().findAll(ids);
        return people.staff().stream()
                .filter(member -> ids.contains(member.id()))
                .map(member -> staff(scope, member, Objects.requireNonNull(data.get(member.id()))))
                .toList();
    }

    private static Viewer.Staff staff(Scope scope, StaffMember member, StaffData data) {
        Side side = scope.side(member);
        return new Viewer.Staff(member, data, visibility(scope, member, data, side), side);
    }

    /**
     * The ticket of that number, or the one it was merged into.
     *
     * @throws NotFound alike for a ticket that is not there and one that is not theirs
     */
    public TicketData ticket(Scope scope, Viewer viewer, TicketId id) {
        return find(scope, viewer, id).orElseThrow(() -> new NotFound("ticket"));
    }

    /** Empty alike for a ticket that is not there and one that is not theirs. */
    public Optional<TicketData> find(Scope scope, Viewer viewer, TicketId id) {
        Optional<TicketData> root = viewer.isStaff() ? Roots.ofStaff(scope, id) : Roots.ofCustomer(scope, id);
        return root.filter(ticket -> isFor(viewer, ticket));
    }

    /**
     * A task that they may see and change (E7).
     *
     * @throws NotPermitted for those who do not work with tasks
     * @throws NotFound alike for a task that is not there and one that is not theirs
     */
    public TaskData task(Scope scope, Viewer.Staff staff, TaskId id) {
        staff.require(Permission.TASKS);
        return scope.stores().tasks().find(id).filter(staff::sees).orElseThrow(() -> new NotFound("task"));
    }

    /** They see it, and may write to it. */
    public boolean isFor(Viewer viewer, TicketData ticket) {
        return viewer.sees(ticket) && isStillTheirs(viewer, ticket);
    }

    /** An account that has left the resellers takes its old tickets along, though they were kept under them. */
    public boolean isStillTheirs(Viewer.Reseller reseller, Optional<AccountId> account) {
        return account.flatMap(people::account)
                .flatMap(Account::reseller)
                .filter(reseller.family()::contains)
                .isPresent();
    }

    private boolean isStillTheirs(Viewer viewer, TicketData ticket) {
        return !(viewer instanceof Viewer.Reseller reseller)
                || isStillTheirs(reseller, Optional.ofNullable(ticket.header().account()));
    }

    /** The permissions in force; what is about all of the installation is never in force for a reseller's staff (E4). */
    public static Set<Permission> permissions(StaffMember member, StaffData data) {
        Set<Permission> inForce = member.mainAdministrator() ? EnumSet.allOf(Permission.class) : decided(data);
        if (member.reseller().isPresent()) {
            inForce.removeIf(permission -> !permission.isOfTickets());
        }
        return inForce;
    }

    private static Set<Permission> decided(StaffData data) {
        Set<Permission> inForce = Permission.defaults();
        data.decided().forEach((permission, given) -> {
            if (given) {
                inForce.add(permission);
            } else {
                inForce.remove(permission);
            }
        });
        return inForce;
    }

    /** All tickets, for what the desk decides by itself; nothing of them is shown to anyone. */
    public static Visibility ofTheDesk() {
        return new Visibility.Everything();
    }

    /** Queues are the provider's, and divide nothing among a reseller's staff (E4). */
    private static Visibility visibility(Scope scope, StaffMember member, StaffData data, Side side) {
        if (member.mainAdministrator() || member.reseller().isPresent()) {
            return new Visibility.Everything(side);
        }
        Set<QueueId> queues = new HashSet<>(data.queues());
        queues.add(scope.installation().defaultQueue().id());
        return new Visibility.OfStaff(member.id(), queues, data.invitations().keySet(), side);
    }
}
