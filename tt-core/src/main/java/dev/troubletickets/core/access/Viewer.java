// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.command.Preferences;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.Side;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Someone at work, with what they may see, for the length of one unit of work. Made by {@link Access} alone. */
public sealed interface Viewer {
    Actor actor();

    Visibility visibility();

    /** True for staff, who read notes and system lines. */
    default boolean isStaff() {
        return false;
    }

    /** The same law as {@link #visibility}, for a ticket at hand. */
    default boolean sees(TicketData ticket) {
        return Sight.covers(visibility(), ticket);
    }

    /** A customer at the panel. */
    final class Customer implements Viewer {
        private final AccountId account;

        Customer(AccountId account) {
            this.account = account;
        }

        public AccountId account() {
            return account;
        }

        @Override
        public Actor actor() {
            return new Actor.Customer(account);
        }

        @Override
        public Visibility visibility() {
            return new Visibility.OfAccount(account);
        }
    }

    /** A reseller, who sees what their customers see, and those of resellers beneath them. */
    final class Reseller implements Viewer {
        private final ResellerId id;
        private final Set<ResellerId> family;

        Reseller(ResellerId id, Set<ResellerId> family) {
            this.id = id;
            this.family = Set.copyOf(family);
        }

        public ResellerId id() {
            return id;
        }

        /** Themselves and all beneath them. */
        public Set<ResellerId> family() {
            return family;
        }

        @Override
        public Actor actor() {
            return new Actor.Reseller(id);
        }

        @Override
        public Visibility visibility() {
            return new Visibility.OfResellers(family);
        }
    }

    /** A technician or administrator. */
    final class Staff implements Viewer {
        private final StaffMember member;
        private final StaffData data;
        private final Set<Permission> permissions;
        private final Visibility visibility;
        private final Side side;

        Staff(StaffMember member, StaffData data, Visibility visibility, Side side) {
            this.member = member;
            this.data = data;
            this.permissions = Access.permissions(member, data);
            this.visibility = visibility;
            this.side = side;
        }

        public StaffId id() {
            return member.id();
        }

        /** Of their side. */
        public boolean isMainAdministrator() {
            return member.mainAdministrator();
        }

        /** Whose staff they are; the provider's, if empty. */
        public Optional<ResellerId> reseller() {
            return member.reseller();
        }

        /** The main administrator of the provider's. */
        public boolean isProvidersAdministrator() {
            return member.mainAdministrator() && member.reseller().isEmpty();
        }

        /** Of the tickets they can see at all (E4). */
        public Side side() {
            return side;
        }

        /** True if tickets of that reseller's customers are on their side (E4); null for customers of no reseller. */
        public boolean isOnSide(@Nullable ResellerId ofCustomer) {
            return side.holds(ofCustomer);
        }

        /**
         * For a ticket that is about to be one of that reseller's customers.
         *
         * @throws NotPermitted if it would be on the other side
         */
        public void requireOnSide(@Nullable ResellerId ofCustomer) {
            if (!isOnSide(ofCustomer)) {
                throw new NotPermitted(Refusal.OTHER_SIDE);
            }
        }

        public Optional<StaffProfile> profile() {
            return data.profile();
        }

        /** How they want their panel (E11). */
        public Preferences preferences() {
            return data.preferences() == null
                    ? Preferences.none()
                    : Json.readOver(Preferences.none(), data.preferences(), Preferences.class);
        }

        /** The tickets the technician is invited to (G10), whether or not they see them without. */
        public Set<TicketId> invited() {
            return data.invitations().keySet();
        }

        /** True if an invitation to the ticket lets them go so far. */
        public boolean isInvited(TicketId ticket, Reach needed) {
            return Optional.ofNullable(data.invitations().get(ticket))
                    .filter(right -> Reach.of(right).holds(needed))
                    .isPresent();
        }

        /** How far they may go with a ticket that they see. */
        public Reach reach(TicketData ticket) {
            return visibility instanceof Visibility.OfStaff own && !Sight.isTheirs(ticket, own)
                    ? Reach.of(Objects.requireNonNull(data.invitations().get(ticket.id())))
                    : Reach.HANDLE;
        }

        /** @throws NotPermitted if they see the ticket by an invitation alone that does not go so far */
        public void require(TicketData ticket, Reach needed) {
            if (!reach(ticket).holds(needed)) {
                throw new NotPermitted(Refusal.INVITED_ONLY);
            }
        }

        /** Tickets of which the technician, or a queue of theirs, has a part. */
        public Assignment.PartOf parts() {
            Set<QueueId> queues = visibility instanceof Visibility.OfStaff own ? own.queues() : Set.of();
            return new Assignment.PartOf(id(), queues);
        }

        /** The part of a ticket for which this technician speaks as one of a department: the one in charge first. */
        public Holder partOf(TicketState ticket) {
            return Stream.concat(Stream.of(ticket.holder()), ticket.parts().stream())
                    .filter(this::speaksFor)
                    .findFirst()
                    .orElse(ticket.holder());
        }

        /** All of a reseller's staff speak for all departments (E4). */
        private boolean speaksFor(Holder part) {
            return visibility instanceof Visibility.OfStaff own
                    ? Sight.isTheirs(part, own)
                    : reseller().isPresent() && part instanceof Holder.Department;
        }

        /** True if it is a colleague's, and they have no part of it themselves (B5). */
        public boolean isAnothers(TicketState ticket) {
            return ticket.assignee() != null && !ticket.isAssignedTo(id()) && !ticket.hasPart(id());
        }

        public boolean has(Permission permission) {
            return permissions.contains(permission);
        }

        /** True if the technician sees the tickets of this queue, whoever they are assigned to; a reseller's staff see those of their side alone. */
        public boolean sees(QueueId queue) {
            return visibility instanceof Visibility.OfStaff some
                    ? some.queues().contains(queue)
                    : reseller().isEmpty();
        }

        /** True if the task is theirs to see and to change, with the permission to work with tasks at all (E7). */
        public boolean sees(TaskData task) {
            return task.assignee().equals(id()) || task.content().creator().equals(id()) || has(Permission.TASKS_ADMIN);
        }

        /** @throws NotPermitted without the permission */
        public void require(Permission permission) {
            if (!has(permission)) {
                throw new NotPermitted(Refusal.PERMISSION_MISSING);
            }
        }

        @Override
        public Actor actor() {
            return new Actor.Staff(id());
        }

        @Override
        public Visibility visibility() {
            return visibility;
        }

        @Override
        public boolean isStaff() {
            return true;
        }
    }
}
