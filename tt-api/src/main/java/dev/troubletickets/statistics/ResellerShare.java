// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.statistics;

import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The figures of a reseller's customers' tickets, and what the reseller was charged (E5).
 *
 * @param name to show: the id
 * @param billed empty for whoever may not see prices
 */
public record ResellerShare(ResellerId of, String name, Figures figures, Optional<Billed> billed) {
    /**
     * Whatever the tickets of the range, its counted days and the corrections come to, whether a statement was issued for it or not. What
     * is counted of a month costs that many parts of it, rounded once for each month and price; a whole month costs what its statement says.
     *
     * @param customers on the last day of the range on which they were counted; empty if on none, as without {@code CustomerCounts}
     * @param charges one amount for each currency that occurs, by code
     */
    public record Billed(OptionalLong customers, List<Money> charges) {
        public static final Billed NOTHING = new Billed(OptionalLong.empty(), List.of());

        public Billed {
            charges = List.copyOf(charges);
        }
    }
}
