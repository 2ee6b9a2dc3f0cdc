// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Customers;
import dev.troubletickets.core.incidents.Balances;
import dev.troubletickets.core.ticket.Charging;
import dev.troubletickets.core.ticket.Charging.Refund;
import dev.troubletickets.core.ticket.TicketIncidents;
import dev.troubletickets.desk.CustomerBilling;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.IncidentBalance;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.Account;
import dev.troubletickets.people.AccountId;
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

    @Override
    public void returnIncidents(TicketRef ticket, String reason) {
        String why = Charging.reason(reason);
        act(ticket, (scope, staff, taken) -> TicketIncidents.giveBack(scope, staff, taken, why));
    }

    @Override
    public IncidentBalance balance(AccountId account) {
        return read((scope, staff) -> Customers.find(scope, staff, account)
                .map(Account::id)
                .map(id -> Balances.of(scope, staff, id))
                .orElseThrow(() -> new NotFound("account")));
    }
}
