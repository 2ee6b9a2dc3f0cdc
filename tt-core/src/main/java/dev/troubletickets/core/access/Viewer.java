// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.TicketCriteria.Assignment;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** A reseller, who sees what their customers see. */
    final class Reseller implements Viewer {
        private final ResellerId id;

        Reseller(ResellerId id) {
            this.id = id;
        }

        public ResellerId id() {
            return id;
        }

        @Override
        public Actor actor() {
            return new Actor.Reseller(id);
        }

        @Override
        public Visibility visibility() {
            return new Visibility.OfReseller(id);
        }
    }

    /** A technician or administrator. */
    final class Staff implements Viewer {
        private final StaffId id;
        private final boolean mainAdministrator;
        private final Optional<StaffProfile> profile;
        private final Set<Permission> permissions;
        private final Visibility visibility;

        Staff(
                StaffId id,
                boolean mainAdministrator,
                Optional<StaffProfile> profile,
                Set<Permission> permissions,
                Visibility visibility) {
            this.id = id;
            this.mainAdministrator = mainAdministrator;
            this.profile = profile;
            this.permissions = Set.copyOf(permissions);
            this.visibility = visibility;
        }

        public StaffId id() {
            return id;
        }

        public boolean isMainAdministrator() {
            return mainAdministrator;
        }

        public Optional<StaffProfile> profile() {
            return profile;
        }

        /** Tickets of which the technician, or a queue of theirs, has a part. */
        public Assignment.PartOf parts() {
            Set<QueueId> queues = visibility instanceof Visibility.OfStaff own ? own.queues() : Set.of();
            return new Assignment.PartOf(id, queues);
        }

        /** The part of a ticket for which this technician speaks as one of a department: the one in charge first. */
        public Holder partOf(TicketState ticket) {
            return Stream.concat(Stream.of(ticket.holder()), ticket.parts().stream())
                    .filter(part -> visibility instanceof Visibility.OfStaff own && Sight.isTheirs(part, own))
                    .findFirst()
                    .orElse(ticket.holder());
        }

        public boolean has(Permission permission) {
            return permissions.contains(permission);
        }

        /** True if the technician sees the tickets of this queue, whoever they are assigned to. */
        public boolean sees(QueueId queue) {
            return !(visibility instanceof Visibility.OfStaff some)
                    || some.queues().contains(queue);
        }

        /** @throws NotPermitted without the permission */
        public void require(Permission permission) {
            if (!has(permission)) {
                throw new NotPermitted(Refusal.PERMISSION_MISSING);
            }
        }

        @Override
        public Actor actor() {
            return new Actor.Staff(id);
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
