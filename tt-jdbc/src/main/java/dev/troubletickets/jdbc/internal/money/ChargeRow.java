// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.LedgerStore.Sums;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A charge as a row: the one place that maps both ways. A charge in no statement has the statement 0. */
final class ChargeRow {
    static final String INSERT =
            "insert into {reseller_charge} (charge_key, reseller, happened_at, kind, ticket, quantity,"
                    + " amount, currency, price, note, set_by) values (" + Codes.marks(11) + ")";

    static final String SELECT = "select c.id, c.charge_key, c.reseller, c.statement, c.happened_at, c.kind, c.ticket,"
            + " c.quantity, c.amount, c.currency, c.note, c.set_by, " + MoneyRow.PRICE
            + " from {reseller_charge} c left join {price_change} p on p.id = c.price where ";

    static final String SUMS = "select count(*), sum(c.amount), c.currency from {reseller_charge} c where ";
    static final String BY_CURRENCY = " group by c.currency order by c.currency";

    private ChargeRow() {}

    static @Nullable Object[] values(Charge charge) {
        return new @Nullable Object[] {
            charge.key(),
            charge.reseller().value(),
            charge.at(),
            charge.kind().name(),
            charge.ticket().map(TicketId::value).orElse(null),
            charge.quantity(),
            charge.amount().units(),
            charge.amount().currency().getCurrencyCode(),
            charge.why().price().map(PriceChange::number).orElse(null),
            charge.why().note().orElse(null),
            charge.why().by().map(StaffId::value).orElse(null)
        };
    }

    static Charge read(Row row) throws SQLException {
        long number = row.number();
        String key = row.text();
        ResellerId reseller = ResellerId.of(row.text());
        int statement = row.integer();
        Instant at = row.instant();
        Charge.Kind kind = Charge.Kind.valueOf(row.text());
        Optional<TicketId> ticket = Optional.ofNullable(row.numberOrNull()).map(TicketId::of);
        long quantity = row.number();
        Money amount = MoneyRow.money(row);
        Optional<String> note = Optional.ofNullable(row.textOrNull());
        Optional<StaffId> by = Optional.ofNullable(row.textOrNull()).map(StaffId::of);
        Charge.Why why = new Charge.Why(MoneyRow.priceOrNone(row), note, by);
        Optional<StatementId> in =
                statement == 0 ? Optional.empty() : Optional.of(new StatementId(reseller, statement));
        return new Charge(number, key, reseller, at, kind, ticket, quantity, amount, why, in);
    }

    static String condition(Lines lines, List<Object> values) {
        values.add(lines.reseller().value());
        if (lines instanceof Lines.Between between) {
            values.addAll(List.of(between.from(), between.before()));
            return "c.reseller = ? and c.happened_at >= ? and c.happened_at < ?";
        }
        if (lines instanceof Lines.Open open) {
            values.add(open.before());
            return "c.reseller = ? and c.statement = 0 and c.happened_at < ?";
        }
        values.add(((Lines.Of) lines).statement().number());
        return "c.reseller = ? and c.statement = ?";
    }

    /** Its index from the first column on, as H2 wants to be told. */
    static String order(Lines lines) {
        return lines instanceof Lines.Between
                ? " order by c.reseller, c.happened_at, c.id"
                : " order by c.reseller, c.statement, c.happened_at, c.id";
    }

    static Sum sum(Row row) throws SQLException {
        long charges = row.number();
        return new Sum(charges, MoneyRow.money(row));
    }

    static Sums sums(List<Sum> each) {
        return new Sums(
                each.stream().mapToLong(Sum::charges).sum(),
                each.stream().map(Sum::total).toList());
    }

    record Sum(long charges, Money total) {}
}
