// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Happenings.Written;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricingUnit;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.TicketData;
import java.util.Objects;
import java.util.Optional;

/**
 * Charges resellers for tickets that are opened, in the unit that opens them (E5): once a ticket, at the price in force then. Parts split
 * off are not opened by anyone and cost nothing; a ticket that continues a closed one costs as any other. Who pays is the reseller whose
 * customer it is, not one above them.
 */
public final class TicketCharges {
    private TicketCharges() {}

    public static void charge(Scope scope) {
        scope.happenings().all().stream()
                .filter(written -> isCharged(scope, written))
                .map(Written::ticket)
                .forEach(ticket -> charge(scope, ticket));
    }

    /** A ticket is charged when it is opened for an account whose reseller is offered support. */
    private static boolean isCharged(Scope scope, Written written) {
        ResellerId reseller = written.ticket().header().reseller();
        return reseller != null
                && written.events().stream().anyMatch(TicketEvent.TicketOpened.class::isInstance)
                && isOffered(scope, reseller);
    }

    /** Where support is not offered, their customers' tickets stay with the reseller (E4). */
    static boolean isOffered(Scope scope, ResellerId reseller) {
        return scope.people()
                .resellers()
                .providers(scope.installation().support())
                .holds(reseller);
    }

    private static void charge(Scope scope, TicketData ticket) {
        ResellerId reseller = Objects.requireNonNull(ticket.header().reseller());
        Pricing.applying(scope, reseller)
                .ifPresent(change -> change.price()
                        .filter(price -> price.unit() == PricingUnit.TICKET)
                        .ifPresent(price -> scope.stores().ledger().add(charge(scope, ticket, change, price))));
    }

    private static Charge charge(Scope scope, TicketData ticket, PriceChange change, Price price) {
        return new Charge(
                0,
                "ticket:" + ticket.id().value(),
                Objects.requireNonNull(ticket.header().reseller()),
                scope.now(),
                Charge.Kind.TICKET,
                Optional.of(ticket.id()),
                1,
                price.each(),
                Charge.Why.price(change),
                Optional.empty());
    }
}
