// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What the host's billing is to do about a customer's account, once (E6). Never changed.
 *
 * @param charge which one a refund gives back, in part or whole
 * @param amount more than nothing; what is charged, or given back
 * @param words what it is for, or why it is given back
 * @param by who has ordered it
 */
public record BillingOrder(
        BillingOrderId id,
        Kind kind,
        Optional<BillingOrderId> charge,
        AccountId account,
        TicketId ticket,
        Money amount,
        String words,
        StaffId by,
        Instant at) {
    /** What is to be done. */
    public enum Kind {
        CHARGE,
        REFUND
    }

    /** @throws IllegalArgumentException if there is nothing to pay, or a refund without a charge */
    public BillingOrder {
        if (amount.isZero() || amount.isNegative()) {
            throw new IllegalArgumentException("an order is about more than nothing");
        }
        if (charge.isPresent() != (kind == Kind.REFUND)) {
            throw new IllegalArgumentException("a refund is of a charge, and a charge of nothing");
        }
    }
}
