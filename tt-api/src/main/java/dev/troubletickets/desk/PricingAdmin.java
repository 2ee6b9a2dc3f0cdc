// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricesInForce;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What resellers pay for support of their customers (E5). A change holds from an instant on; what was charged before keeps its price. All
 * of it needs the permission {@link Permission#PRICES}.
 */
public interface PricingAdmin {
    /** Prices in force now. */
    PricesInForce inForce();

    /**
     * The default price from an instant on, or from now on; of two from the same instant the one set later holds.
     *
     * @throws dev.troubletickets.failure.Invalid if the instant is before now or after the year 9998, or customers are to be counted and no
     *     {@link dev.troubletickets.spi.billing.CustomerCounts} is wired in
     */
    void standard(Price price, Optional<Instant> from);

    /** No default price from an instant on, or from now on. */
    void endStandard(Optional<Instant> from);

    /**
     * A price for one reseller, in place of the default.
     *
     * @throws dev.troubletickets.failure.NotFound if the host does not know the reseller
     * @throws dev.troubletickets.failure.Invalid as {@link #standard} does
     */
    void custom(ResellerId reseller, Price price, Optional<Instant> from);

    /** The default again, from an instant on, or from now on. */
    void endCustom(ResellerId reseller, Optional<Instant> from);

    /** All changes of a reseller's price, or of the default, also those to come; the latest first, at most 500. */
    List<PriceChange> history(Optional<ResellerId> reseller);

    /** In which days begin and end; UTC by default. */
    ZoneId zone();

    /** For days counted and statements issued from now on. */
    void zone(ZoneId zone);
}
