// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.money;

import dev.troubletickets.people.StaffId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What a reseller was charged for in a period, as it was issued; nothing of it changes any more (E5). It holds each charge that happened
 * before its end and stood in no earlier one.
 *
 * @param zone in which the period's days begin and end
 * @param issuedBy empty where a reseller looks
 * @param charges how many there are
 * @param totals one for each currency that occurs, by code
 */
public record Statement(
        StatementId id,
        BillingPeriod period,
        ZoneId zone,
        Instant issuedAt,
        Optional<StaffId> issuedBy,
        long charges,
        List<Money> totals) {
    public Statement {
        totals = List.copyOf(totals);
    }

    /** As resellers see it, who need not know the provider's staff. */
    public Statement withoutStaff() {
        return new Statement(id, period, zone, issuedAt, Optional.empty(), charges, totals);
    }
}
