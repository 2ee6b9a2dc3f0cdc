// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.billing;

import dev.troubletickets.core.access.Chargeable;
import dev.troubletickets.core.ticket.Charging;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.billing.Billing;
import java.util.Optional;

/** The use cases of customers' billing, wired once. */
public record BillingWork(Chargeable chargeable, Charging charging, OrderExport export, Optional<CarryOut> carryOut) {
    public static BillingWork of(Work work, Optional<Billing> host) {
        Chargeable chargeable = new Chargeable(host.isPresent());
        return new BillingWork(
                chargeable,
                new Charging(chargeable),
                new OrderExport(work),
                host.map(each -> new CarryOut(work, each)));
    }

    /** Background: how many orders came to an end. */
    public int run() {
        return carryOut.map(CarryOut::run).orElse(0);
    }
}
