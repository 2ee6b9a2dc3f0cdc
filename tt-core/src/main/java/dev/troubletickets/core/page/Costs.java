// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.view.Payment;
import dev.troubletickets.view.TicketBilling;
import java.util.List;

/** What a ticket costs its customer (E6). */
final class Costs {
    private Costs() {}

    static TicketBilling forStaff(Scope scope, Family family) {
        return new TicketBilling(scope.stores().billing().of(family.ids()));
    }

    /** What the ticket's present account pays, and no other one that it was of before. */
    static List<Payment> forCustomer(Scope scope, Viewer viewer, TicketData ticket) {
        AccountId payer = viewer instanceof Viewer.Customer customer
                ? customer.account()
                : ticket.header().account();
        return scope.stores().billing().of(Family.of(scope, ticket).customersIds()).stream()
                .filter(billed -> billed.isCharge() && billed.state() != State.VOID)
                .filter(billed -> billed.order().account().equals(payer))
                .map(Costs::payment)
                .toList();
    }

    private static Payment payment(BilledOrder billed) {
        return new Payment(
                billed.order().at(), billed.order().amount(), billed.order().words(), billed.refunded());
    }
}
