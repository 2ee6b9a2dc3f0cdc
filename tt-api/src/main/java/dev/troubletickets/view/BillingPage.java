// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.BilledOrder;
import java.util.List;
import java.util.Optional;

/**
 * Orders to the host's billing, the newest first, 50 a page.
 *
 * @param next where the next page begins; empty on the last
 */
public record BillingPage(List<BilledOrder> orders, Optional<PageToken> next) {
    public BillingPage {
        orders = List.copyOf(orders);
    }
}
