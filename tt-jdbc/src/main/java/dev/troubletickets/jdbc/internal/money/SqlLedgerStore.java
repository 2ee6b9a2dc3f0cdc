// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What resellers are charged, and the days on which their customers were counted. */
public final class SqlLedgerStore implements LedgerStore {
    private static final String COUNT = "select c.reseller, c.counted_day, c.counted_at, c.customers, " + MoneyRow.PRICE
            + " from {customer_count} c left join {price_change} p on p.id = c.price where ";

    private final Session session;
    private final ChargeTotals totals;

    public SqlLedgerStore(Session session) {
        this.session = session;
        this.totals = new ChargeTotals(session);
    }

    @Override
    public boolean add(Charge charge) {
        boolean added = session.insertIfAbsent(ChargeRow.INSERT, ChargeRow.values(charge));
        if (added) {
            totals.add(charge);
        }
        return added;
    }

    @Override
    public Optional<Charge> find(String key) {
        return session.first(ChargeRow.SELECT + "c.charge_key = ?", ChargeRow::read, key);
    }

    @Override
    public List<Charge> list(Lines lines, @Nullable After after, int limit) {
        List<Object> values = new ArrayList<>();
        String sql = ChargeRow.SELECT + ChargeRow.condition(lines, values);
        if (after != null) {
            sql += " and (c.happened_at > ? or (c.happened_at = ? and c.id > ?))";
            values.addAll(List.of(after.at(), after.at(), after.number()));
        }
        return session.list(sql + ChargeRow.order(lines) + " limit " + limit, ChargeRow::read, values.toArray());
    }

    @Override
    public Sums sums(Lines lines) {
        List<Object> values = new ArrayList<>();
        return ChargeRow.sums(session.list(
                ChargeRow.SUMS + ChargeRow.condition(lines, values) + ChargeRow.BY_CURRENCY,
                ChargeRow::sum,
                values.toArray()));
    }

    @Override
    public Map<ResellerId, List<Money>> totals(Instant from, Instant before) {
        return totals.of(from, before);
    }

    @Override
    public List<CustomerCount> counts(LocalDate from, LocalDate through) {
        return session.list(
                COUNT + "c.counted_day >= ? and c.counted_day <= ? order by c.reseller, c.counted_day",
                SqlLedgerStore::count,
                from.toString(),
                through.toString());
    }

    @Override
    public boolean knows(ResellerId reseller) {
        return session.first(
                        "select 1 from {reseller_charge} where reseller = ? limit 1", row -> true, reseller.value())
                .isPresent();
    }

    @Override
    public boolean countOn(LocalDate day, Instant at) {
        return session.insertIfAbsent(
                "insert into {count_day} (counted_day, counted_at) values (?, ?)", day.toString(), at);
    }

    @Override
    public void add(CustomerCount count) {
        session.later(
                "insert into {customer_count} (reseller, counted_day, counted_at, customers, price) values (?, ?, ?, ?, ?)",
                count.reseller().value(),
                count.day().toString(),
                count.at(),
                count.customers(),
                count.price().map(PriceChange::number).orElse(null));
    }

    @Override
    public List<CustomerCount> uncharged(ResellerId reseller, LocalDate through) {
        return session.list(
                COUNT
                        + "c.reseller = ? and c.price is not null and c.charged = false and c.counted_day <= ? order by c.counted_day",
                SqlLedgerStore::count,
                reseller.value(),
                through.toString());
    }

    @Override
    public void charged(ResellerId reseller, Collection<LocalDate> days) {
        if (days.isEmpty()) {
            return;
        }
        List<Object> values = new ArrayList<>(List.of(reseller.value()));
        days.forEach(day -> values.add(day.toString()));
        int changed = session.change(
                "update {customer_count} set charged = true where reseller = ? and charged = false and counted_day in ("
                        + Codes.marks(days.size()) + ")",
                values.toArray());
        if (changed != days.size()) {
            throw new WriteConflict("a day is charged already");
        }
    }

    private static CustomerCount count(Row row) throws SQLException {
        ResellerId reseller = ResellerId.of(row.text());
        LocalDate day = LocalDate.parse(row.text());
        Instant at = row.instant();
        long customers = row.number();
        return new CustomerCount(reseller, day, at, customers, MoneyRow.priceOrNone(row));
    }
}
