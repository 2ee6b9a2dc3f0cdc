// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.money.Pricing;
import dev.troubletickets.desk.PricingAdmin;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricesInForce;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

final class CorePricingAdmin extends StaffCalls implements PricingAdmin {
    CorePricingAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public PricesInForce inForce() {
        return read(Pricing::inForce);
    }

    @Override
    public void standard(Price price, Optional<Instant> from) {
        change(Optional.empty(), Optional.of(price), from);
    }

    @Override
    public void endStandard(Optional<Instant> from) {
        change(Optional.empty(), Optional.empty(), from);
    }

    @Override
    public void custom(ResellerId reseller, Price price, Optional<Instant> from) {
        change(Optional.of(reseller), Optional.of(price), from);
    }

    @Override
    public void endCustom(ResellerId reseller, Optional<Instant> from) {
        change(Optional.of(reseller), Optional.empty(), from);
    }

    @Override
    public List<PriceChange> history(Optional<ResellerId> reseller) {
        return read((scope, staff) -> Pricing.history(scope, staff, reseller));
    }

    @Override
    public ZoneId zone() {
        return read(Pricing::zone);
    }

    @Override
    public void zone(ZoneId zone) {
        run((scope, staff) -> Pricing.zone(scope, staff, zone));
    }

    private void change(Optional<ResellerId> reseller, Optional<Price> price, Optional<Instant> from) {
        run((scope, staff) -> desks.money.pricing().change(scope, staff, new Pricing.Change(reseller, price, from)));
    }
}
