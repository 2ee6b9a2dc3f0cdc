// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.BilledOrder;
import java.util.List;

/**
 * What a ticket costs its customer, for staff (E6).
 *
 * @param orders charges and refunds, the oldest first, also what was ordered in tickets that were merged into it
 */
public record TicketBilling(List<BilledOrder> orders) {
    public TicketBilling {
        orders = List.copyOf(orders);
    }
}
