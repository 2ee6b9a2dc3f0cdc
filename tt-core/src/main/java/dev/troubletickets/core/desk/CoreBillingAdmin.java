// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.billing.Orders;
import dev.troubletickets.core.ticket.Charging;
import dev.troubletickets.desk.BillingAdmin;
import dev.troubletickets.money.BilledOrder;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.BillingPage;
import dev.troubletickets.view.PageToken;
import java.io.OutputStream;
import java.util.Optional;

final class CoreBillingAdmin extends StaffCalls implements BillingAdmin {
    CoreBillingAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public BillingPage orders(Optional<BilledOrder.State> state, Optional<PageToken> from) {
        return read((scope, staff) -> Orders.page(scope, staff, state, from));
    }

    @Override
    public void retry(BillingOrderId order) {
        run((scope, staff) -> Orders.retry(scope, staff, order));
    }

    @Override
    public void giveUp(BillingOrderId order, String reason) {
        String why = Charging.reason(reason);
        run((scope, staff) -> Orders.giveUp(scope, staff, order, why));
    }

    @Override
    public void export(BillingPeriod period, OutputStream into) {
        desks.billing.export().write(scope -> desks.access.staff(scope, id), period, into);
    }
}
