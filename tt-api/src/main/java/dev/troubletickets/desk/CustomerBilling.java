// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.ticket.TicketRef;

/** What technicians do about what a ticket costs its customer (E6), besides what comes with an answer. Needs {@link Permission#CHARGE}. */
public interface CustomerBilling {
    /**
     * Gives a charge back, in part or whole.
     *
     * @param charge of the ticket; see {@link dev.troubletickets.view.StaffTicketView#billing}
     * @param amount at most what is left of it
     * @param reason for staff and for the host, 1 to 1,000 characters
     * @throws dev.troubletickets.failure.NotFound if the ticket has no such charge
     * @throws dev.troubletickets.failure.NotPermitted while the host has not carried out the charge
     * @throws dev.troubletickets.failure.Invalid for nothing, another currency, or more than is left
     */
    BillingOrderId refund(TicketRef ticket, BillingOrderId charge, Money amount, String reason);

    /**
     * Gives the ticket's support incidents back to the packs they came from.
     *
     * @param reason for staff, 1 to 1,000 characters
     * @throws dev.troubletickets.failure.NotPermitted if it uses none
     */
    void returnIncidents(TicketRef ticket, String reason);

    /**
     * What an account has left of support incidents, with the queues that the technician sees; it needs no permission.
     *
     * @throws dev.troubletickets.failure.NotFound for an account that the technician's own search would not find
     */
    IncidentBalance balance(AccountId account);
}
