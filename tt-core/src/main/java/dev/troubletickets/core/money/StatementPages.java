// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.time.Instant;
import java.util.Optional;

/** Statements and their charges, for administrators who may see them and for the reseller whose they are (E5). */
public final class StatementPages {
    private static final Instant EVER = Instant.parse("9998-12-31T00:00:00Z");

    private StatementPages() {}

    /** @throws NotFound alike for one that is not there and one that is not theirs */
    public static Statement statement(Scope scope, Viewer viewer, StatementId id) {
        requireOwn(viewer, id);
        Statement found = scope.stores().statements().find(id).orElseThrow(() -> new NotFound("statement"));
        return viewer.isStaff() ? found : found.withoutStaff();
    }

    public static ChargePage charges(Scope scope, Viewer viewer, StatementId id, Optional<PageToken> from) {
        statement(scope, viewer, id);
        return shown(viewer, Pages.charges(scope, new Lines.Of(id), from));
    }

    public static StatementPage all(Scope scope, Viewer viewer, ResellerId reseller, Optional<PageToken> from) {
        StatementPage page = Pages.statements(scope, reseller, from);
        return viewer.isStaff()
                ? page
                : new StatementPage(
                        page.statements().stream().map(Statement::withoutStaff).toList(), page.next());
    }

    /** Of the reseller, not yet in a statement. */
    public static ChargePage running(Scope scope, Viewer.Reseller viewer, Optional<PageToken> from) {
        return shown(viewer, Pages.charges(scope, new Lines.Open(viewer.id(), EVER), from));
    }

    /** What they come to. */
    public static RunningCharges running(Scope scope, Viewer.Reseller viewer) {
        RunningCharges running = Statements.running(scope, viewer.id());
        return new RunningCharges(
                running.charges(),
                running.customers().stream().map(Charge::withoutStaff).toList(),
                running.totals());
    }

    private static void requireOwn(Viewer viewer, StatementId id) {
        if (viewer instanceof Viewer.Staff staff) {
            staff.require(Permission.PRICES);
        } else if (!(viewer instanceof Viewer.Reseller reseller)
                || !reseller.id().equals(id.reseller())) {
            throw new NotFound("statement");
        }
    }

    private static ChargePage shown(Viewer viewer, ChargePage page) {
        return viewer.isStaff()
                ? page
                : new ChargePage(
                        page.charges().stream().map(Charge::withoutStaff).toList(), page.next());
    }
}
