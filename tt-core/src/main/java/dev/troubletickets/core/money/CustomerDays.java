// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.StatementId;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What customers cost who were counted by the day (E5): one charge for each month and price, of the month's price times the customers of
 * its days, divided by the month's days. Rounded once, so that a month of an even number costs that number times the price.
 */
final class CustomerDays {
    private CustomerDays() {}

    private record Group(YearMonth month, PriceChange price) {}

    /** @param statement the one they are for */
    static List<Charge> charges(StatementId statement, List<CustomerCount> counts, ZoneId zone) {
        Map<Group, List<CustomerCount>> groups = new LinkedHashMap<>();
        for (CustomerCount count : counts) {
            count.price()
                    .ifPresent(price -> groups.computeIfAbsent(
                                    new Group(YearMonth.from(count.day()), price), group -> new ArrayList<>())
                            .add(count));
        }
        return groups.entrySet().stream()
                .map(each -> charge(statement, each.getKey(), each.getValue(), zone))
                .filter(charge -> charge.quantity() > 0)
                .toList();
    }

    private static Charge charge(StatementId statement, Group group, List<CustomerCount> counts, ZoneId zone) {
        long quantity = counts.stream().mapToLong(CustomerCount::customers).sum();
        int days = group.month().lengthOfMonth();
        Price price = group.price().price().orElseThrow();
        CustomerCount last = counts.get(counts.size() - 1);
        String note = quantity + " customers a day, summed over " + counts.size() + " of the " + days + " days of "
                + group.month();
        return new Charge(
                0,
                String.join(
                        ":",
                        "customers",
                        group.month().toString(),
                        String.valueOf(group.price().number()),
                        String.valueOf(statement.number()),
                        statement.reseller().value()),
                statement.reseller(),
                last.day().atStartOfDay(zone).toInstant(),
                Charge.Kind.CUSTOMERS,
                Optional.empty(),
                quantity,
                price.each().share(quantity, days),
                new Charge.Why(Optional.of(group.price()), Optional.of(note), Optional.empty()),
                Optional.empty());
    }
}
