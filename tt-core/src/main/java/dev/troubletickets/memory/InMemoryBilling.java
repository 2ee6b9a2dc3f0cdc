// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory;

import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.spi.billing.Billing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A host's billing that remembers what it was told, and carries out each order once. Safe for concurrent use. */
public final class InMemoryBilling implements Billing {
    private final Map<BillingOrderId, BillingOrder> carriedOut = new LinkedHashMap<>();
    private final List<BillingOrder> calls = new ArrayList<>();
    private final Deque<Function<BillingOrder, Outcome>> next = new ArrayDeque<>();

    private InMemoryBilling() {}

    public static InMemoryBilling create() {
        return new InMemoryBilling();
    }

    @Override
    public Outcome carryOut(BillingOrder order) {
        Function<BillingOrder, Outcome> way;
        synchronized (this) {
            calls.add(order);
            way = next.isEmpty() ? this::book : next.remove();
        }
        return way.apply(order);
    }

    /** Carries the order out, unless it was before. */
    public synchronized Outcome book(BillingOrder order) {
        carriedOut.putIfAbsent(order.id(), order);
        return Outcome.done("invoice " + order.id());
    }

    /** What becomes of the next order that is not spoken for: to refuse it, or to throw. */
    public synchronized void next(Function<BillingOrder, Outcome> way) {
        next.add(way);
    }

    /** Each once, in the order in which they came. */
    public synchronized List<BillingOrder> carriedOut() {
        return List.copyOf(carriedOut.values());
    }

    /** Every call, also those in vain. */
    public synchronized List<BillingOrder> calls() {
        return List.copyOf(calls);
    }
}
