// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.money;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.spi.storage.BillingStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders to the host's billing. The column due says when one that waits may be taken, by anyone: its next try, or the end of the lease of
 * who has it.
 */
public final class SqlBillingStore implements BillingStore {
    private static final String HELD = " where order_id = ? and fence = ? and state = 'WAITING'";
    private static final String STUCK = " where order_id = ? and state = 'STUCK'";

    private final Session session;

    public SqlBillingStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(BillingOrder order) {
        session.later(BillingRow.INSERT, BillingRow.values(order));
    }

    @Override
    public Optional<BilledOrder> find(BillingOrderId id) {
        return session.first(BillingRow.SELECT + "order_id = ?", BillingRow::billed, id.value());
    }

    @Override
    public List<BilledOrder> of(Collection<TicketId> tickets) {
        return tickets.isEmpty()
                ? List.of()
                : session.list(
                        BillingRow.SELECT + "ticket in (" + Codes.marks(tickets.size())
                                + ") order by ordered_at, order_id",
                        BillingRow::billed,
                        tickets.stream().map(TicketId::value).toArray());
    }

    @Override
    public List<Claim> claim(Instant now, Instant until, int limit) {
        List<Claim> claims = session.lockFree(
                BillingRow.CLAIM + "state = 'WAITING' and due <= ? order by state, due, order_id limit " + limit,
                BillingRow::claim,
                now);
        for (Claim claim : claims) {
            session.later(
                    "update {billing_order} set fence = ?, due = ? where order_id = ?",
                    claim.fence(),
                    until,
                    claim.order().id().value());
        }
        return claims;
    }

    @Override
    public boolean done(BillingOrderId id, long fence, Optional<String> reference, Instant now) {
        return isChanged(
                "state = 'DONE', tries = tries + 1, failure = null, reference = ?, settled_at = ?" + HELD,
                reference.orElse(null),
                now,
                id.value(),
                fence);
    }

    @Override
    public boolean postpone(BillingOrderId id, long fence, Instant due, String failure) {
        return isChanged("tries = tries + 1, due = ?, failure = ?" + HELD, due, failure, id.value(), fence);
    }

    @Override
    public boolean stuck(BillingOrderId id, long fence, String failure) {
        return isChanged("state = 'STUCK', tries = tries + 1, failure = ?" + HELD, failure, id.value(), fence);
    }

    @Override
    public boolean retry(BillingOrderId id, Instant now) {
        return isChanged(
                "state = 'WAITING', tries = 0, failure = null, due = ?, fence = fence + 1" + STUCK, now, id.value());
    }

    @Override
    public boolean giveUp(BillingOrderId id, String reason, Instant now) {
        return isChanged("state = 'VOID', failure = ?, settled_at = ?" + STUCK, reason, now, id.value());
    }

    @Override
    public boolean refund(BillingOrderId charge, long units) {
        return isChanged(
                "refunded = refunded + ? where order_id = ? and kind = 'CHARGE' and state = 'DONE'"
                        + " and refunded + ? between 0 and amount",
                units,
                charge.value(),
                units);
    }

    @Override
    public List<BilledOrder> list(Optional<BilledOrder.State> state, @Nullable Place before, int limit) {
        List<Object> values = new ArrayList<>();
        state.ifPresent(each -> values.add(each.name()));
        String sql = BillingRow.SELECT + (state.isPresent() ? "state = ?" : "1 = 1");
        String order = (state.isPresent() ? "state desc, " : "") + "ordered_at desc, order_id desc";
        return page(sql, values, new Page(before, "<", order, limit));
    }

    @Override
    public List<BilledOrder> between(Instant from, Instant before, @Nullable Place after, int limit) {
        List<Object> values = new ArrayList<>(List.of(from, before));
        String sql = BillingRow.SELECT + "ordered_at >= ? and ordered_at < ?";
        return page(sql, values, new Page(after, ">", "ordered_at, order_id", limit));
    }

    private record Page(@Nullable Place place, String beyond, String order, int limit) {}

    private List<BilledOrder> page(String sql, List<Object> values, Page page) {
        String beyond = "";
        if (page.place() != null) {
            beyond = " and (ordered_at %1$s ? or (ordered_at = ? and order_id %1$s ?))".formatted(page.beyond());
            values.addAll(List.of(
                    page.place().at(), page.place().at(), page.place().id().value()));
        }
        return session.list(
                sql + beyond + " order by " + page.order() + " limit " + page.limit(),
                BillingRow::billed,
                values.toArray());
    }

    private boolean isChanged(String change, @Nullable Object... values) {
        return session.change("update {billing_order} set " + change, values) == 1;
    }
}
