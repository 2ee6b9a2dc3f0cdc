// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.kit;

import dev.troubletickets.SupportCenter;
import dev.troubletickets.command.Answer;
import dev.troubletickets.memory.InMemoryBilling;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.TicketId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A center whose host does billing, and where john may charge for what he answers. */
public abstract class BillingTest extends BehaviourTest {
    /** Made before the fields of this class are. */
    protected InMemoryBilling host;

    @Override
    protected void wire(SupportCenter.Builder builder) {
        host = InMemoryBilling.create();
        builder.billing(host);
    }

    @BeforeEach
    final void johnMayCharge() {
        center.admin().give(Cast.JOHN, Permission.CHARGE);
    }

    /** A ticket of jane's for which john has charged 10 euros; not carried out yet. */
    protected final TicketId charged() {
        TicketId ticket = center.taken();
        john.answer(
                ticket,
                Answer.of("Done.").charge("10.00", "EUR", "An hour of work").keepOpen());
        john.composing().unblock(ticket);
        return ticket;
    }

    protected final List<BilledOrder> orders(TicketId ticket) {
        return anna.ticket(ticket).billing().orders();
    }

    /** The first thing that was charged for the ticket. */
    protected final BillingOrderId charge(TicketId ticket) {
        return orders(ticket).get(0).order().id();
    }
}
