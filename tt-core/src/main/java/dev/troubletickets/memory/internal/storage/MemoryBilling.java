// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.spi.storage.BillingStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Orders to the host's billing. For use inside a unit of work alone. */
final class MemoryBilling implements BillingStore {
    private static final Comparator<BilledOrder> OLDEST = Comparator.<BilledOrder, Instant>comparing(
                    each -> each.order().at())
            .thenComparing(each -> each.order().id().value());

    private final Tables tables;

    MemoryBilling(Tables tables) {
        this.tables = tables;
    }

    /** @param due when it may be taken: the next try, or the end of the lease of who has it */
    record Row(BilledOrder billed, Instant due, long fence) {
        Row with(BilledOrder other) {
            return new Row(other, due, fence);
        }

        Row until(Instant time) {
            return new Row(billed, time, fence);
        }

        Row fenced() {
            return new Row(billed, due, fence + 1);
        }
    }

    @Override
    public void add(BillingOrder order) {
        if (tables.billing.has(order.id().value())) {
            throw new WriteConflict("there is an order " + order.id());
        }
        tables.billing.put(order.id().value(), new Row(BilledOrder.waiting(order), order.at(), 0));
    }

    @Override
    public Optional<BilledOrder> find(BillingOrderId id) {
        return tables.billing.find(id.value()).map(Row::billed);
    }

    @Override
    public List<BilledOrder> of(Collection<TicketId> tickets) {
        return oldest(each -> tickets.contains(each.order().ticket())).toList();
    }

    @Override
    public List<Claim> claim(Instant now, Instant until, int limit) {
        return tables.billing.rows().stream()
                .filter(row ->
                        row.billed().state() == State.WAITING && !row.due().isAfter(now))
                .sorted(Comparator.comparing(Row::due)
                        .thenComparing(row -> row.billed().order().id().value()))
                .limit(limit)
                .map(row -> row.until(until).fenced())
                .peek(this::keep)
                .map(row -> new Claim(
                        row.billed().order(), row.fence(), row.billed().attempts()))
                .toList();
    }

    @Override
    public boolean done(BillingOrderId id, long fence, Optional<String> reference, Instant now) {
        return settle(
                id,
                fence,
                row -> row.with(new BilledChange(row.billed())
                        .tried()
                        .state(State.DONE, Optional.empty(), Optional.of(now))
                        .reference(reference)
                        .billed()));
    }

    @Override
    public boolean postpone(BillingOrderId id, long fence, Instant due, String failure) {
        return settle(
                id,
                fence,
                row -> row.with(new BilledChange(row.billed())
                                .tried()
                                .state(State.WAITING, Optional.of(failure), Optional.empty())
                                .billed())
                        .until(due));
    }

    @Override
    public boolean stuck(BillingOrderId id, long fence, String failure) {
        return settle(
                id,
                fence,
                row -> row.with(new BilledChange(row.billed())
                        .tried()
                        .state(State.STUCK, Optional.of(failure), Optional.empty())
                        .billed()));
    }

    @Override
    public boolean retry(BillingOrderId id, Instant now) {
        return change(
                id,
                MemoryBilling::isStuck,
                row -> row.with(new BilledChange(row.billed())
                                .untried()
                                .state(State.WAITING, Optional.empty(), Optional.empty())
                                .billed())
                        .until(now)
                        .fenced());
    }

    @Override
    public boolean giveUp(BillingOrderId id, String reason, Instant now) {
        return change(
                id,
                MemoryBilling::isStuck,
                row -> row.with(new BilledChange(row.billed())
                        .state(State.VOID, Optional.of(reason), Optional.of(now))
                        .billed()));
    }

    @Override
    public boolean refund(BillingOrderId charge, long units) {
        return change(
                charge,
                row -> canRefund(row.billed(), units),
                row -> row.with(new BilledChange(row.billed()).refunded(units).billed()));
    }

    @Override
    public List<BilledOrder> list(Optional<State> state, @Nullable Place before, int limit) {
        return oldest(each -> state.isEmpty() || state.get() == each.state())
                .sorted(OLDEST.reversed())
                .filter(each -> before == null || compare(each, before) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public List<BilledOrder> between(Instant from, Instant before, @Nullable Place after, int limit) {
        return oldest(each ->
                        !each.order().at().isBefore(from) && each.order().at().isBefore(before))
                .filter(each -> after == null || compare(each, after) > 0)
                .limit(limit)
                .toList();
    }

    private static boolean isStuck(Row row) {
        return row.billed().state() == State.STUCK;
    }

    private static boolean canRefund(BilledOrder billed, long units) {
        long refunded = billed.refunded().units() + units;
        return billed.isCharge()
                && billed.state() == State.DONE
                && refunded >= 0
                && refunded <= billed.order().amount().units();
    }

    private static int compare(BilledOrder billed, Place place) {
        int time = billed.order().at().compareTo(place.at());
        return time == 0 ? billed.order().id().value().compareTo(place.id().value()) : time;
    }

    private Stream<BilledOrder> oldest(Predicate<BilledOrder> which) {
        return tables.billing.rows().stream().map(Row::billed).filter(which).sorted(OLDEST);
    }

    private boolean settle(BillingOrderId id, long fence, UnaryOperator<Row> change) {
        return change(id, row -> row.fence() == fence && row.billed().state() == State.WAITING, change);
    }

    private boolean change(BillingOrderId id, Predicate<Row> allowed, UnaryOperator<Row> change) {
        Optional<Row> changed = tables.billing.find(id.value()).filter(allowed).map(change);
        changed.ifPresent(this::keep);
        return changed.isPresent();
    }

    private void keep(Row row) {
        tables.billing.put(row.billed().order().id().value(), row);
    }
}
