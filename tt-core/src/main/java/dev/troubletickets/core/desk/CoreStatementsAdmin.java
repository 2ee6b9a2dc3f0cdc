// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.money.Ledger;
import dev.troubletickets.core.money.StatementPages;
import dev.troubletickets.desk.StatementsAdmin;
import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.io.OutputStream;
import java.util.Optional;

final class CoreStatementsAdmin extends StaffCalls implements StatementsAdmin {
    CoreStatementsAdmin(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public ChargePage charges(ResellerId reseller, BillingPeriod period, Optional<PageToken> from) {
        return read((scope, staff) -> {
            desks.money.ledger().require(scope, staff, reseller);
            return Ledger.charges(scope, reseller, period, from);
        });
    }

    @Override
    public RunningCharges preview(ResellerId reseller, BillingPeriod period) {
        return read((scope, staff) -> desks.money.statements().preview(scope, staff, reseller, period));
    }

    @Override
    public Charge correct(ResellerId reseller, Money amount, String reason, String key) {
        Ledger.Correction correction = new Ledger.Correction(amount, reason, key);
        return write((scope, staff) -> desks.money.ledger().correct(scope, staff, reseller, correction));
    }

    @Override
    public Statement issue(ResellerId reseller, BillingPeriod period) {
        return write((scope, staff) -> desks.money.statements().issue(scope, staff, reseller, period));
    }

    @Override
    public StatementPage all(ResellerId reseller, Optional<PageToken> from) {
        return read((scope, staff) -> {
            desks.money.ledger().require(scope, staff, reseller);
            return StatementPages.all(scope, staff, reseller, from);
        });
    }

    @Override
    public Statement get(StatementId statement) {
        return read((scope, staff) -> StatementPages.statement(scope, staff, statement));
    }

    @Override
    public ChargePage charges(StatementId statement, Optional<PageToken> from) {
        return read((scope, staff) -> StatementPages.charges(scope, staff, statement, from));
    }

    @Override
    public void export(StatementId statement, OutputStream into) {
        desks.money.export().write(scope -> desks.access.staff(scope, id), statement, into);
    }
}
