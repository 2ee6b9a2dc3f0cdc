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
    record Everything() implements Visibility {}

    /**
     * Tickets of these queues, those assigned to the technician wherever they are (B2), and those of which either has a part (B5).
     *
     * @param invited tickets that may be seen besides, by their own numbers (G10); few
     */
    record OfStaff(StaffId staff, Set<QueueId> queues, Set<TicketId> invited) implements Visibility {
        public OfStaff {
            queues = Set.copyOf(queues);
            invited = Set.copyOf(invited);
        }

        /** Invited to nothing. */
        public OfStaff(StaffId staff, Set<QueueId> queues) {
            this(staff, queues, Set.of());
        }
    }

    record OfAccount(AccountId account) implements Visibility {}

    record OfReseller(ResellerId reseller) implements Visibility {}
}
