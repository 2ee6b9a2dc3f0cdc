// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PriceStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Changes of prices; the default's reseller is the empty text. */
public final class SqlPriceStore implements PriceStore {
    private static final String SELECT = "select " + MoneyRow.PRICE + " from {price_change} p where ";
    private static final String LATEST = "p.from_at <= ? and not exists (select 1 from {price_change} later"
            + " where later.reseller = p.reseller and later.from_at <= ?"
            + " and (later.from_at > p.from_at or (later.from_at = p.from_at and later.id > p.id)))";

    private final Session session;

    public SqlPriceStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(PriceChange change) {
        Optional<Money> each = change.price().map(Price::each);
        session.later(
                "insert into {price_change} (reseller, unit, each_units, currency, from_at, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                reseller(change.reseller()),
                change.price().map(price -> price.unit().name()).orElse(null),
                each.map(Money::units).orElse(null),
                each.map(money -> money.currency().getCurrencyCode()).orElse(null),
                change.from(),
                change.by().map(StaffId::value).orElse(""),
                change.setAt());
    }

    @Override
    public List<PriceChange> inForce(ResellerId reseller, Instant at) {
        return session.list(SELECT + "p.reseller in ('', ?) and " + LATEST, MoneyRow::price, reseller.value(), at, at);
    }

    @Override
    public List<PriceChange> inForce(Instant at) {
        return session.list(SELECT + LATEST, MoneyRow::price, at, at);
    }

    @Override
    public List<PriceChange> history(Optional<ResellerId> reseller, int limit) {
        return session.list(
                SELECT + "p.reseller = ? order by p.reseller desc, p.from_at desc, p.id desc limit " + limit,
                MoneyRow::price,
                reseller(reseller));
    }

    private static String reseller(Optional<ResellerId> reseller) {
        return reseller.map(ResellerId::value).orElse("");
    }
}
