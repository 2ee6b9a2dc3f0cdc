// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * What costs how much from an instant on, until the next change of the same (E5). Never changed and never deleted.
 *
 * @param number larger than those of all changes set before
 * @param reseller whose custom price it is; empty for the default
 * @param price empty where a custom price ends, or the default
 * @param by empty where a reseller looks
 */
public record PriceChange(
        long number,
        Optional<ResellerId> reseller,
        Optional<Price> price,
        Instant from,
        Optional<StaffId> by,
        Instant setAt) {
    public PriceChange numbered(long value) {
        return new PriceChange(value, reseller, price, from, by, setAt);
    }

    /** As resellers see it, who need not know the provider's staff. */
    public PriceChange withoutStaff() {
        return new PriceChange(number, reseller, price, from, Optional.empty(), setAt);
    }

    /** Why something costs what it does, in words (G1). */
    public String words() {
        String whose = reseller.map(id -> "the price of " + id).orElse("the default price");
        return price.map(Price::toString).orElse("nothing") + ": " + whose + " since " + from
                + by.map(who -> ", set by " + who).orElse("");
    }
}
