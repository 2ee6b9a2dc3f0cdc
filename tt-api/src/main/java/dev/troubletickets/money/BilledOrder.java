// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import java.time.Instant;
import java.util.Optional;

/**
 * An order, and what has become of it (E6).
 *
 * @param attempts how often the host was asked, since somebody last had it tried anew
 * @param failure why it is not done: what the host said, or who gave it up
 * @param reference the host's own, such as an invoice's number
 * @param refunded of a charge, by refunds that were ordered and not given up
 * @param settledAt when it was done or given up
 */
public record BilledOrder(
        BillingOrder order,
        State state,
        int attempts,
        Optional<String> failure,
        Optional<String> reference,
        Money refunded,
        Optional<Instant> settledAt) {
    /** How far an order has come. */
    public enum State {
        /** Nobody needs to do anything: the background carries it out, and tries again after failures. */
        WAITING,
        /** The host has carried it out. */
        DONE,
        /** The host has refused it, or failed too often; an administrator has it tried anew, or gives it up. */
        STUCK,
        /** Given up; the host was told of it in vain, and nothing is paid. */
        VOID
    }

    /** Ordered just now. */
    public static BilledOrder waiting(BillingOrder order) {
        Money nothing = Money.zero(order.amount().currency());
        return new BilledOrder(order, State.WAITING, 0, Optional.empty(), Optional.empty(), nothing, Optional.empty());
    }

    public boolean isCharge() {
        return order.kind() == BillingOrder.Kind.CHARGE;
    }

    /** What is left of a charge. */
    public Money left() {
        return order.amount().minus(refunded);
    }
}
