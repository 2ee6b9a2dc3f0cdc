// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.IncidentBalance;
import java.util.List;
import java.util.Optional;

/**
 * What a ticket costs its customer, for staff (E6); also what does in tickets that were merged into it.
 *
 * @param orders charges and refunds, the oldest first
 * @param incidents how many support incidents it uses
 * @param uncovered those of them that no pack had
 * @param balance what its account has left; empty where no queue uses incidents, and without an account
 */
public record TicketBilling(List<BilledOrder> orders, int incidents, int uncovered, Optional<IncidentBalance> balance) {
    public TicketBilling {
        orders = List.copyOf(orders);
    }
}
