// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.io.OutputStream;
import java.util.Optional;

/** What a reseller is charged, for the reseller to see (E5). Statements of others are {@code NotFound}. */
public interface ResellerStatements {
    /** What stands in no statement yet comes to. */
    RunningCharges running();

    /** Charges that stand in no statement yet. */
    ChargePage charges(Optional<PageToken> from);

    StatementPage all(Optional<PageToken> from);

    /** @throws dev.troubletickets.failure.NotFound if there is none such of theirs */
    Statement get(StatementId statement);

    ChargePage charges(StatementId statement, Optional<PageToken> from);

    /** As {@link StatementsAdmin#export} writes it. */
    void export(StatementId statement, OutputStream into);
}
