// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.ticket.Charging.Refund;
import dev.troubletickets.desk.CustomerBilling;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketRef;

final class CoreCustomerBilling extends StaffCalls implements CustomerBilling {
    CoreCustomerBilling(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public BillingOrderId refund(TicketRef ticket, BillingOrderId charge, Money amount, String reason) {
        Refund refund = new Refund(charge, amount, reason);
        return write((scope, staff) ->
                desks.billing.charging().refund(scope, staff, desks.desk.take(scope, staff, ticket), refund));
    }
}
