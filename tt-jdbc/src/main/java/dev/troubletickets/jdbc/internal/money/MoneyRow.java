// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricingUnit;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts and prices as columns. */
final class MoneyRow {
    /** Of the table as p. */
    static final String PRICE = "p.id, p.reseller, p.unit, p.each_units, p.currency, p.from_at, p.set_by, p.set_at";

    private MoneyRow() {}

    static Money money(Row row) throws SQLException {
        long units = row.number();
        return new Money(units, Currency.getInstance(row.text()));
    }

    static PriceChange price(Row row) throws SQLException {
        return priceOrNone(row).orElseThrow();
    }

    /** Reads all its columns, whether or not there is one. */
    static Optional<PriceChange> priceOrNone(Row row) throws SQLException {
        Long number = row.numberOrNull();
        String reseller = row.textOrNull();
        Optional<Price> price = price(row.textOrNull(), row.numberOrNull(), row.textOrNull());
        Instant from = row.instantOrNull();
        String by = row.textOrNull();
        Instant setAt = row.instantOrNull();
        if (number == null || reseller == null || from == null || by == null || setAt == null) {
            return Optional.empty();
        }
        Optional<ResellerId> whose = reseller.isEmpty() ? Optional.empty() : Optional.of(ResellerId.of(reseller));
        return Optional.of(new PriceChange(
                number, whose, price, from, by.isEmpty() ? Optional.empty() : Optional.of(StaffId.of(by)), setAt));
    }

    private static Optional<Price> price(@Nullable String unit, @Nullable Long units, @Nullable String currency) {
        if (unit == null || units == null || currency == null) {
            return Optional.empty();
        }
        return Optional.of(new Price(PricingUnit.valueOf(unit), new Money(units, Currency.getInstance(currency))));
    }
}
