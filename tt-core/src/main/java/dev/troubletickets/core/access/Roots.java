// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import java.util.Optional;

/** Where the number of a merged ticket leads (A12). Merging makes no circles; should one be there, following it ends. */
public final class Roots {
    private static final int DEEPEST = 1000;

    private Roots() {}

    /** For staff: the ticket that everything has come together in. */
    public static Optional<TicketData> ofStaff(Scope scope, TicketId id) {
        return follow(scope, id, true);
    }

    /** For its customer: the same, but not into a ticket of another customer. */
    public static Optional<TicketData> ofCustomer(Scope scope, TicketId id) {
        return follow(scope, id, false);
    }

    private static Optional<TicketData> follow(Scope scope, TicketId id, boolean throughCustomers) {
        Optional<TicketData> ticket = scope.stores().tickets().find(id);
        for (int depth = 0; ticket.isPresent(); depth++) {
            TicketData.Merged merged = ticket.get().merged();
            if (merged == null || (merged.apart() && !throughCustomers)) {
                return ticket;
            }
            if (depth == DEEPEST) {
                throw new IllegalStateException("ticket " + id + " was merged into itself");
            }
            ticket = scope.stores().tickets().find(merged.into());
        }
        return ticket;
    }
}
