// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import java.util.List;

/**
 * What stands in no statement yet.
 *
 * @param charges how many lines of the ledger
 * @param customers what the days counted so far come to, as lines would say it if the statement were issued now
 * @param totals of both, one for each currency that occurs, by code
 */
public record RunningCharges(long charges, List<Charge> customers, List<Money> totals) {
    public RunningCharges {
        customers = List.copyOf(customers);
        totals = List.copyOf(totals);
    }
}
