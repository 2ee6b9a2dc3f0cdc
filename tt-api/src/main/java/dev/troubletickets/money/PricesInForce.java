// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.ResellerId;
import java.util.Map;
import java.util.Optional;

/**
 * What resellers pay at a moment (E5).
 *
 * @param standard the default; empty if nothing is charged by default
 * @param custom of resellers who have a price of their own
 */
public record PricesInForce(Optional<PriceChange> standard, Map<ResellerId, PriceChange> custom) {
    public PricesInForce {
        custom = Map.copyOf(custom);
    }
}
