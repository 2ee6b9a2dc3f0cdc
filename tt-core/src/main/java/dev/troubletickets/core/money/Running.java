// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.LedgerStore.Sums;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the next statement comes to so far. */
final class Running {
    private Running() {}

    static RunningCharges until(Scope scope, StatementId next, LocalDate through, ZoneId zone) {
        ResellerId reseller = next.reseller();
        Lines open =
                new Lines.Open(reseller, through.plusDays(1).atStartOfDay(zone).toInstant());
        Sums sums = scope.stores().ledger().sums(open);
        List<Charge> customers =
                CustomerDays.charges(next, scope.stores().ledger().uncharged(reseller, through), zone);
        Map<String, Money> totals = new TreeMap<>();
        sums.totals().forEach(total -> totals.put(total.currency().getCurrencyCode(), total));
        customers.forEach(
                charge -> totals.merge(charge.amount().currency().getCurrencyCode(), charge.amount(), Money::plus));
        return new RunningCharges(sums.charges(), customers, List.copyOf(totals.values()));
    }
}
