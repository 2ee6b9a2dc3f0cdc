// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Issues statements: each period once, one after the other, without a day between them (E5). */
public final class Statements {
    private final Ledger ledger;

    public Statements(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Of two who issue at once, one is run again and finds the other's. */
    public Statement issue(Scope scope, Viewer.Staff staff, ResellerId reseller, BillingPeriod period) {
        ledger.require(scope, staff, reseller);
        // the last one first: whoever issues this period meanwhile is found by the second question, or comes into our
        // way
        Optional<Statement> last = scope.stores().statements().latest(reseller);
        return scope.stores()
                .statements()
                .find(reseller, period)
                .orElseGet(() -> issueNew(scope, new Issuer(staff.id(), reseller, last), period));
    }

    private record Issuer(StaffId staff, ResellerId reseller, Optional<Statement> last) {}

    private static Statement issueNew(Scope scope, Issuer issuer, BillingPeriod period) {
        StatementId id = next(issuer.reseller(), issuer.last());
        issuer.last().ifPresent(before -> requireNext(before.period(), period));
        ZoneId zone = PricingBook.zone(scope.stores());
        if (period.end(zone).isAfter(scope.now())) {
            throw new Invalid("period", "is not over yet");
        }
        List<CustomerCount> counts = scope.stores().ledger().uncharged(id.reseller(), period.through());
        for (Charge charge : CustomerDays.charges(id, counts, zone)) {
            if (!scope.stores().ledger().add(charge)) {
                throw new WriteConflict("another unit issues the statement");
            }
        }
        List<LocalDate> days = counts.stream().map(CustomerCount::day).toList();
        scope.stores().ledger().charged(id.reseller(), days);
        Statement draft = new Statement(id, period, zone, scope.now(), Optional.of(issuer.staff()), 0, List.of());
        return scope.stores().statements().issue(draft, period.end(zone));
    }

    private static void requireNext(BillingPeriod last, BillingPeriod period) {
        LocalDate next = last.through().plusDays(1);
        if (!period.from().equals(next)) {
            throw new Invalid("period", "must begin on " + next + ", after the last statement");
        }
    }

    private static StatementId next(ResellerId reseller, Optional<Statement> last) {
        return new StatementId(
                reseller, last.map(statement -> statement.id().number()).orElse(0) + 1);
    }

    /** What a statement through the period's end would hold now. */
    public RunningCharges preview(Scope scope, Viewer.Staff staff, ResellerId reseller, BillingPeriod period) {
        ledger.require(scope, staff, reseller);
        ZoneId zone = PricingBook.zone(scope.stores());
        return Running.until(
                scope, next(reseller, scope.stores().statements().latest(reseller)), period.through(), zone);
    }

    /** What stands in no statement yet. */
    static RunningCharges running(Scope scope, ResellerId reseller) {
        StatementId next = next(reseller, scope.stores().statements().latest(reseller));
        return Running.until(scope, next, LocalDate.of(9998, 12, 31), PricingBook.zone(scope.stores()));
    }
}
