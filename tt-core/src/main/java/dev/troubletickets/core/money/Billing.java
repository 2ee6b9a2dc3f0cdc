// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.statistics.ResellerShare.Billed;
import dev.troubletickets.statistics.StatisticsQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What resellers were charged in a range, for statistics (E10). Customers cost by the days counted, whatever statement takes them. */
public final class Billing {
    private Billing() {}

    /** Of each reseller who was charged anything, or whose customers were counted. */
    public static Map<ResellerId, Billed> of(Scope scope, StatisticsQuery query) {
        Map<ResellerId, List<Money>> totals = scope.stores().ledger().totals(query.begin(), query.end());
        Map<ResellerId, List<CustomerCount>> counts = new HashMap<>();
        scope.stores()
                .ledger()
                .counts(query.from(), query.to())
                .forEach(count -> counts.computeIfAbsent(count.reseller(), reseller -> new ArrayList<>())
                        .add(count));
        Map<ResellerId, Billed> all = new TreeMap<>(Comparator.comparing(ResellerId::value));
        totals.forEach((reseller, amounts) ->
                all.put(reseller, billed(amounts, counts.getOrDefault(reseller, List.of()), query)));
        counts.forEach((reseller, days) -> all.computeIfAbsent(reseller, uncharged -> billed(List.of(), days, query)));
        return all;
    }

    private static Billed billed(List<Money> amounts, List<CustomerCount> counts, StatisticsQuery query) {
        Map<String, Money> charges = new TreeMap<>();
        amounts.forEach(amount -> add(amount, charges));
        if (counts.isEmpty()) {
            return new Billed(OptionalLong.empty(), List.copyOf(charges.values()));
        }
        CustomerCount last = counts.get(counts.size() - 1);
        StatementId any = new StatementId(last.reseller(), 1);
        CustomerDays.charges(any, counts, query.zone()).stream()
                .map(Charge::amount)
                .forEach(amount -> add(amount, charges));
        return new Billed(OptionalLong.of(last.customers()), List.copyOf(charges.values()));
    }

    private static void add(Money amount, Map<String, Money> charges) {
        charges.merge(amount.currency().getCurrencyCode(), amount, Money::plus);
    }
}
