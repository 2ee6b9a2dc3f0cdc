// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.money.StatementPages;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.desk.ResellerStatements;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.BiFunction;

final class CoreResellerStatements implements ResellerStatements {
    private final Desks desks;
    private final ResellerId reseller;

    CoreResellerStatements(Desks desks, ResellerId reseller) {
        this.desks = desks;
        this.reseller = reseller;
    }

    @Override
    public RunningCharges running() {
        return read(StatementPages::running);
    }

    @Override
    public ChargePage charges(Optional<PageToken> from) {
        return read((scope, viewer) -> StatementPages.running(scope, viewer, from));
    }

    @Override
    public StatementPage all(Optional<PageToken> from) {
        return read((scope, viewer) -> StatementPages.all(scope, viewer, reseller, from));
    }

    @Override
    public Statement get(StatementId statement) {
        return read((scope, viewer) -> StatementPages.statement(scope, viewer, statement));
    }

    @Override
    public ChargePage charges(StatementId statement, Optional<PageToken> from) {
        return read((scope, viewer) -> StatementPages.charges(scope, viewer, statement, from));
    }

    @Override
    public void export(StatementId statement, OutputStream into) {
        desks.money.export().write(scope -> desks.access.reseller(reseller), statement, into);
    }

    private <T> T read(BiFunction<Scope, Viewer.Reseller, T> query) {
        return desks.work.read(scope -> query.apply(scope, desks.access.reseller(reseller)));
    }
}
