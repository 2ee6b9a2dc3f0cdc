// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Row;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.BillingStore.Claim;
import dev.troubletickets.ticket.TicketId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order to the host's billing as a row: the one place that maps both ways. */
final class BillingRow {
    private static final String ORDER =
            "order_id, kind, charge, account, ticket, amount, currency, words, ordered_by, ordered_at";

    /** Due at once. */
    static final String INSERT =
            "insert into {billing_order} (" + ORDER + ", state, due) values (" + Codes.marks(10) + ", 'WAITING', ?)";

    static final String SELECT =
            "select " + ORDER + ", state, tries, failure, reference, refunded, settled_at from {billing_order} where ";

    static final String CLAIM = "select " + ORDER + ", fence, tries from {billing_order} where ";

    private BillingRow() {}

    static @Nullable Object[] values(BillingOrder order) {
        return new @Nullable Object[] {
            order.id().value(),
            order.kind().name(),
            order.charge().map(BillingOrderId::value).orElse(null),
            order.account().value(),
            order.ticket().value(),
            order.amount().units(),
            order.amount().currency().getCurrencyCode(),
            order.words(),
            order.by().value(),
            order.at(),
            order.at()
        };
    }

    /** With the fencing number that the claim gives it. */
    static Claim claim(Row row) throws SQLException {
        BillingOrder order = order(row);
        long fence = row.number() + 1;
        return new Claim(order, fence, row.integer());
    }

    static BilledOrder billed(Row row) throws SQLException {
        BillingOrder order = order(row);
        BilledOrder.State state = BilledOrder.State.valueOf(row.text());
        int tries = row.integer();
        Optional<String> failure = Optional.ofNullable(row.textOrNull());
        Optional<String> reference = Optional.ofNullable(row.textOrNull());
        Money refunded = new Money(row.number(), order.amount().currency());
        Optional<Instant> settled = Optional.ofNullable(row.instantOrNull());
        return new BilledOrder(order, state, tries, failure, reference, refunded, settled);
    }

    private static BillingOrder order(Row row) throws SQLException {
        BillingOrderId id = BillingOrderId.of(row.text());
        BillingOrder.Kind kind = BillingOrder.Kind.valueOf(row.text());
        Optional<BillingOrderId> charge = Optional.ofNullable(row.textOrNull()).map(BillingOrderId::of);
        AccountId account = AccountId.of(row.text());
        TicketId ticket = TicketId.of(row.number());
        Money amount = MoneyRow.money(row);
        String words = row.text();
        StaffId by = StaffId.of(row.text());
        return new BillingOrder(id, kind, charge, account, ticket, amount, words, by, row.instant());
    }
}
