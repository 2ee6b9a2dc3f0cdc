// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements as they were issued (E5). */
public interface StatementStore {
    /**
     * Keeps a statement with every charge of the reseller that stands in none and happened before the instant, and with their number and
     * totals in place of what the draft says.
     *
     * @throws WriteConflict if there is one of that id
     */
    Statement issue(Statement draft, Instant before);

    Optional<Statement> find(StatementId id);

    /** The one issued for that period. */
    Optional<Statement> find(ResellerId reseller, BillingPeriod period);

    /** The newest first; those with smaller numbers than {@code before}. */
    List<Statement> list(ResellerId reseller, int before, int limit);

    default Optional<Statement> latest(ResellerId reseller) {
        return list(reseller, Integer.MAX_VALUE, 1).stream().findFirst();
    }
}
