// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What charges come to by days and months of UTC, added to in the unit that writes a charge. A range is its whole months, whole days before and
 * after them, and at its edges the charges themselves; one statement reads them all, so that it sees each charge once or not at all.
 */
final class ChargeTotals {
    private static final int DAY = 2;
    private static final int MONTH = 3;
    private static final int MONTHS = 12;

    private static final String NOT_FOR_CUSTOMERS = "kind <> '" + Charge.Kind.CUSTOMERS + "'";

    private final Session session;

    ChargeTotals(Session session) {
        this.session = session;
    }

    /** The month first: whoever charges the reseller meanwhile waits there, and never holds a day that this unit needs. */
    void add(Charge charge) {
        LocalDate day = LocalDate.ofInstant(charge.at(), ZoneOffset.UTC);
        add(MONTH, month(day), charge);
        add(DAY, day.toEpochDay(), charge);
    }

    private void add(int grain, long slot, Charge charge) {
        session.later(
                session.dialect()
                        .add(
                                "charge_total",
                                "grain, slot, reseller, currency, kind",
                                "amount",
                                "smallint, bigint, varchar, varchar, varchar, numeric(30)"),
                grain,
                slot,
                charge.reseller().value(),
                charge.amount().currency().getCurrencyCode(),
                charge.kind().name(),
                charge.amount().units());
    }

    /** By reseller, then by currency; without those for customers. */
    Map<ResellerId, List<Money>> of(Instant from, Instant before) {
        Parts parts = new Parts();
        parts.add(from, before);
        Map<ResellerId, List<Money>> totals = new HashMap<>();
        if (!parts.selects.isEmpty()) {
            session.list(
                    "select c.reseller, sum(c.amount), c.currency from (" + String.join(" union all ", parts.selects)
                            + ") c group by c.reseller, c.currency order by c.reseller, c.currency",
                    row -> totals.computeIfAbsent(ResellerId.of(row.text()), reseller -> new ArrayList<>())
                            .add(MoneyRow.money(row)),
                    parts.values.toArray());
        }
        return totals;
    }

    private static long month(LocalDate day) {
        return (long) day.getYear() * MONTHS + day.getMonthValue() - 1;
    }

    private static LocalDate dayFrom(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return begin(day).equals(at) ? day : day.plusDays(1);
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** A range, put together. */
    private static final class Parts {
        private final List<String> selects = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        void add(Instant from, Instant before) {
            LocalDate first = dayFrom(from);
            LocalDate end = LocalDate.ofInstant(before, ZoneOffset.UTC);
            if (!first.isBefore(end)) {
                lines(from, before);
                return;
            }
            lines(from, begin(first));
            days(first, end);
            lines(begin(end), before);
        }

        private void days(LocalDate from, LocalDate before) {
            LocalDate first =
                    from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
            LocalDate end = before.withDayOfMonth(1);
            if (!first.isBefore(end)) {
                totals(DAY, from.toEpochDay(), before.toEpochDay());
                return;
            }
            totals(DAY, from.toEpochDay(), first.toEpochDay());
            totals(MONTH, month(first), month(end));
            totals(DAY, end.toEpochDay(), before.toEpochDay());
        }

        private void totals(int grain, long from, long before) {
            if (from < before) {
                selects.add("select t.reseller, t.currency, t.amount from {charge_total} t where t.grain = " + grain
                        + " and t.slot >= ? and t.slot < ? and t." + NOT_FOR_CUSTOMERS);
                values.addAll(List.of(from, before));
            }
        }

        private void lines(Instant from, Instant before) {
            if (from.isBefore(before)) {
                selects.add("select l.reseller, l.currency, l.amount from {reseller_charge} l"
                        + " where l.happened_at >= ? and l.happened_at < ? and l." + NOT_FOR_CUSTOMERS);
                values.addAll(List.of(from, before));
            }
        }
    }
}
