// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.incidents.Balances;
import dev.troubletickets.core.incidents.Incidents;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.view.Payment;
import dev.troubletickets.view.TicketBilling;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ticket costs its customer (E6). */
final class Costs {
    private Costs() {}

    static TicketBilling forStaff(Scope scope, Viewer.Staff staff, Family family) {
        List<IncidentUse> uses = Incidents.of(scope, family.ids());
        Optional<AccountId> account =
                Optional.ofNullable(family.root().header().account()).filter(each -> Incidents.areUsed(scope));
        return new TicketBilling(
                scope.stores().billing().of(family.ids()),
                uses.stream().mapToInt(IncidentUse::incidents).sum(),
                uses.stream().mapToInt(IncidentUse::uncovered).sum(),
                account.map(payer -> Balances.of(scope, staff, payer)));
    }

    /** How many support incidents of that account it uses. */
    static int incidentsForCustomer(Scope scope, Viewer viewer, TicketData ticket) {
        return Incidents.of(scope, Family.of(scope, ticket).customersIds()).stream()
                .filter(use -> use.account().equals(payer(viewer, ticket)))
                .mapToInt(IncidentUse::incidents)
                .sum();
    }

    /** What the ticket's present account pays, and no other one that it was of before. */
    static List<Payment> forCustomer(Scope scope, Viewer viewer, TicketData ticket) {
        AccountId payer = payer(viewer, ticket);
        return scope.stores().billing().of(Family.of(scope, ticket).customersIds()).stream()
                .filter(billed -> billed.isCharge() && billed.state() != State.VOID)
                .filter(billed -> billed.order().account().equals(payer))
                .map(Costs::payment)
                .toList();
    }

    private static @Nullable AccountId payer(Viewer viewer, TicketData ticket) {
        return viewer instanceof Viewer.Customer customer
                ? customer.account()
                : ticket.header().account();
    }

    private static Payment payment(BilledOrder billed) {
        return new Payment(
                billed.order().at(), billed.order().amount(), billed.order().words(), billed.refunded());
    }
}
