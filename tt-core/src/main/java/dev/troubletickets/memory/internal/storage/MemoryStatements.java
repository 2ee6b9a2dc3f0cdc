// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore;
import dev.troubletickets.spi.storage.StatementStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Statements as they were issued. For use inside a unit of work alone. */
final class MemoryStatements implements StatementStore {
    static final Comparator<StatementId> ORDER = Comparator.<StatementId, String>comparing(
                    id -> id.reseller().value())
            .thenComparing(StatementId::number);

    private final Tables tables;

    MemoryStatements(Tables tables) {
        this.tables = tables;
    }

    @Override
    public Statement issue(Statement draft, Instant before) {
        if (tables.statements.has(draft.id())) {
            throw new WriteConflict("the statement was issued already");
        }
        List<Charge> taken = tables.charges.rows().stream()
                .filter(charge -> charge.reseller().equals(draft.id().reseller()))
                .filter(charge -> charge.statement().isEmpty() && charge.at().isBefore(before))
                .toList();
        taken.forEach(charge -> tables.charges.put(charge.number(), charge.in(draft.id())));
        LedgerStore.Sums sums = MemoryLedger.sums(taken);
        Statement issued = new Statement(
                draft.id(),
                draft.period(),
                draft.zone(),
                draft.issuedAt(),
                draft.issuedBy(),
                sums.charges(),
                sums.totals());
        tables.statements.put(issued.id(), issued);
        return issued;
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return tables.statements.find(id);
    }

    @Override
    public Optional<Statement> find(ResellerId reseller, BillingPeriod period) {
        return list(reseller, Integer.MAX_VALUE, Integer.MAX_VALUE).stream()
                .filter(statement -> statement.period().equals(period))
                .findFirst();
    }

    @Override
    public List<Statement> list(ResellerId reseller, int before, int limit) {
        return tables.statements.newestFirst().stream()
                .filter(statement -> statement.id().reseller().equals(reseller)
                        && statement.id().number() < before)
                .limit(limit)
                .toList();
    }
}
