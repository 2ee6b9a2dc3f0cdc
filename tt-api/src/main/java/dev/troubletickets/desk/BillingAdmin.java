// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.view.BillingPage;
import dev.troubletickets.view.PageToken;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What customers are charged and given back, and what the host's billing has made of it (E6). All of it needs the permission {@link
 * Permission#BILLING}.
 */
public interface BillingAdmin {
    /** The newest first; those in one state, or all. */
    BillingPage orders(Optional<BilledOrder.State> state, Optional<PageToken> from);

    /**
     * Has a stuck order tried anew, under the same id.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such
     * @throws dev.troubletickets.failure.NotPermitted if it is not stuck
     */
    void retry(BillingOrderId order);

    /**
     * Gives a stuck order up: nothing is paid, and the ticket's history says so. To be done once it is certain that the host has not carried
     * it out, for the host is not told.
     *
     * @param reason 1 to 1,000 characters
     * @throws dev.troubletickets.failure.NotFound if there is none such
     * @throws dev.troubletickets.failure.NotPermitted if it is not stuck
     */
    void giveUp(BillingOrderId order, String reason);

    /**
     * Writes what was ordered in a period, in the zone of {@link PricingAdmin#zone()}, as CSV (RFC 4180) in UTF-8, the oldest first, amounts
     * as decimals with a point and refunds with a minus. What the stream throws comes out as {@link java.io.UncheckedIOException}.
     */
    void export(BillingPeriod period, OutputStream into);
}
