// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.Set;

/**
 * The tickets someone may see, as a predicate for a query. Made in one place, by the core; every query takes one. Merged tickets are among
 * nobody's, except those kept apart among their customer's and reseller's (A12).
 */
public sealed interface Visibility {
    /** All of a side. */
    record Everything(Side side) implements Visibility {
        /** All there are. */
        public Everything() {
            this(Side.everything());
        }
    }

    /**
     * Tickets of these queues, those assigned to the technician wherever they are (B2), and those of which either has a part (B5).
     *
     * @param invited tickets that may be seen besides, by their own numbers (G10); few
     * @param side nothing beyond it is seen, whoever it is assigned to (E4)
     */
    record OfStaff(StaffId staff, Set<QueueId> queues, Set<TicketId> invited, Side side) implements Visibility {
        public OfStaff {
            queues = Set.copyOf(queues);
            invited = Set.copyOf(invited);
        }

        /** Of any side. */
        public OfStaff(StaffId staff, Set<QueueId> queues, Set<TicketId> invited) {
            this(staff, queues, invited, Side.everything());
        }

        /** Of any side, invited to nothing. */
        public OfStaff(StaffId staff, Set<QueueId> queues) {
            this(staff, queues, Set.of());
        }
    }

    record OfAccount(AccountId account) implements Visibility {}

    /** Tickets of these resellers' customers, as their customers see them. */
    record OfResellers(Set<ResellerId> resellers) implements Visibility {
        public OfResellers {
            resellers = Set.copyOf(resellers);
        }

        /** Of one. */
        public OfResellers(ResellerId reseller) {
            this(Set.of(reseller));
        }
    }
}
