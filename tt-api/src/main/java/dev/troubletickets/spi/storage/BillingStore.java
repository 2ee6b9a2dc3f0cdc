// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Orders to the host's billing (E6): waiting → done, stuck or void. Whoever carries one out holds it by a lease with a fencing number; a
 * change by an older number has no effect and returns false. Orders outlive their tickets.
 */
public interface BillingStore {
    /**
     * Adds one, due at once.
     *
     * @throws WriteConflict at the latest on commit, if there is one of that id
     */
    void add(BillingOrder order);

    Optional<BilledOrder> find(BillingOrderId id);

    /** In the order of time, then of ids. */
    List<BilledOrder> of(Collection<TicketId> tickets);

    /**
     * Takes orders that wait and are due, or that somebody took and did not settle before the lease ran out; those due longest first.
     * Those locked by other units are passed over.
     */
    List<Claim> claim(Instant now, Instant until, int limit);

    boolean done(BillingOrderId id, long fence, Optional<String> reference, Instant now);

    /** Waits until then; counts an attempt. */
    boolean postpone(BillingOrderId id, long fence, Instant due, String failure);

    boolean stuck(BillingOrderId id, long fence, String failure);

    /** Makes one that is stuck wait, as if it had never been tried; false if it is not stuck. */
    boolean retry(BillingOrderId id, Instant now);

    /** Makes one that is stuck void; false if it is not stuck. */
    boolean giveUp(BillingOrderId id, String reason, Instant now);

    /**
     * So much more of a charge is given back, in its currency's smallest unit; less, if negative.
     *
     * @return false, having written nothing, if it is no charge that is done, or less than nothing or more than all would be given back
     */
    boolean refund(BillingOrderId charge, long units);

    /** The newest first: by time, then by ids. */
    List<BilledOrder> list(Optional<BilledOrder.State> state, @Nullable Place before, int limit);

    /** Those ordered from one instant on and before another, the oldest first. */
    List<BilledOrder> between(Instant from, Instant before, @Nullable Place after, int limit);

    /** @param attempts how often it was postponed */
    record Claim(BillingOrder order, long fence, int attempts) {}

    /** The last order of the page before. */
    record Place(Instant at, BillingOrderId id) {}
}
