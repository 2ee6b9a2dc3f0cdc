// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Work;
import dev.troubletickets.spi.billing.CustomerCounts;
import java.util.Optional;

/** The use cases of money, wired once. */
public record MoneyWork(
        Pricing pricing,
        Ledger ledger,
        Statements statements,
        StatementExport export,
        Optional<CountCustomers> counting) {
    public static MoneyWork of(Work work, People people, Optional<CustomerCounts> counts) {
        Ledger ledger = new Ledger(people);
        return new MoneyWork(
                new Pricing(people, counts.isPresent()),
                ledger,
                new Statements(ledger),
                new StatementExport(work),
                counts.map(host -> new CountCustomers(work, host)));
    }

    /** Background: how many resellers' customers were counted. */
    public int count() {
        return counting.map(CountCustomers::count).orElse(0);
    }
}
