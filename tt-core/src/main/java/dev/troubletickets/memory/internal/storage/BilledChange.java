// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.Money;
import java.time.Instant;
import java.util.Optional;

/** An order to the host's billing while its state is being changed. */
final class BilledChange {
    private final BilledOrder before;
    private BilledOrder.State state;
    private int attempts;
    private Optional<String> failure;
    private Optional<String> reference;
    private Optional<Instant> settledAt;
    private Money refunded;

    BilledChange(BilledOrder before) {
        this.before = before;
        this.state = before.state();
        this.attempts = before.attempts();
        this.failure = before.failure();
        this.reference = before.reference();
        this.settledAt = before.settledAt();
        this.refunded = before.refunded();
    }

    BilledChange tried() {
        attempts++;
        return this;
    }

    BilledChange untried() {
        attempts = 0;
        return this;
    }

    BilledChange state(BilledOrder.State value, Optional<String> why, Optional<Instant> settled) {
        state = value;
        failure = why;
        settledAt = settled;
        return this;
    }

    BilledChange reference(Optional<String> value) {
        reference = value;
        return this;
    }

    BilledChange refunded(long more) {
        refunded = refunded.plus(new Money(more, refunded.currency()));
        return this;
    }

    BilledOrder billed() {
        return new BilledOrder(before.order(), state, attempts, failure, reference, refunded, settledAt);
    }
}
