// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricingUnit;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.billing.CustomerCounts;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has the host count customers once a day: for statistics (E10), and for what they cost the resellers who pay for them (E5). A day that passed
 * without a round is not counted, and costs nothing.
 */
public final class CountCustomers {
    private static final Logger LOG = LoggerFactory.getLogger(CountCustomers.class);

    private final Work work;
    private final CustomerCounts host;
    private volatile @Nullable LocalDate counted;

    public CountCustomers(Work work, CustomerCounts host) {
        this.work = work;
        this.host = host;
    }

    /** How many resellers' customers were counted. */
    public int count() {
        Optional<LocalDate> day = work.read(this::due);
        if (day.isEmpty()) {
            return 0;
        }
        Map<ResellerId, Long> customers = host.customers();
        int done = work.write(scope -> keep(scope, day.get(), customers));
        counted = day.get();
        return done;
    }

    /** Today, unless this node knows it counted. */
    private Optional<LocalDate> due(Scope scope) {
        LocalDate today = scope.now().atZone(PricingBook.zone(scope.stores())).toLocalDate();
        return today.equals(counted) ? Optional.empty() : Optional.of(today);
    }

    private static int keep(Scope scope, LocalDate day, Map<ResellerId, Long> customers) {
        if (!scope.stores().ledger().countOn(day, scope.now())) {
            return 0;
        }
        List<PriceChange> prices = scope.stores().prices().inForce(scope.now());
        int done = 0;
        for (Map.Entry<ResellerId, Long> each : customers.entrySet()) {
            Optional<PriceChange> price = Pricing.applying(prices, each.getKey())
                    .filter(CountCustomers::isPerCustomer)
                    .filter(change -> TicketCharges.isOffered(scope, each.getKey()));
            try {
                scope.stores().ledger().add(new CustomerCount(each.getKey(), day, scope.now(), each.getValue(), price));
                done++;
            } catch (IllegalArgumentException e) {
                LOG.warn("the host has miscounted the customers of {}, who are left out today", each.getKey(), e);
            }
        }
        return done;
    }

    private static boolean isPerCustomer(PriceChange change) {
        return change.price().map(Price::unit).equals(Optional.of(PricingUnit.CUSTOMER));
    }
}
