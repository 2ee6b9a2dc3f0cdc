// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.RunningCharges;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.view.ChargePage;
import dev.troubletickets.view.PageToken;
import dev.troubletickets.view.StatementPage;
import java.io.OutputStream;
import java.util.Optional;

/**
 * What resellers are charged, and their statements (E5). All of it needs the permission {@link Permission#PRICES}. Resellers whom the host
 * no longer knows are found as long as they have charges or statements; others are {@code NotFound}.
 */
public interface StatementsAdmin {
    /** The ledger's lines that happened in a period, whether or not they stand in a statement. */
    ChargePage charges(ResellerId reseller, BillingPeriod period, Optional<PageToken> from);

    /** What a statement through that period's end would come to by now. */
    RunningCharges preview(ResellerId reseller, BillingPeriod period);

    /**
     * A line of its own, for the next statement; a negative amount gives back.
     *
     * @param key of the caller's choice, 1 to 100 printable characters: called again with it and the same words, nothing more is charged
     * @throws dev.troubletickets.failure.Invalid if the key was used for something else, or the reason is blank
     * @throws dev.troubletickets.failure.OverLimit if the reason has more than 1,000 characters
     */
    Charge correct(ResellerId reseller, Money amount, String reason, String key);

    /**
     * Issues the statement for a period, or returns the one issued for it before.
     *
     * @throws dev.troubletickets.failure.Invalid if the period is not over, or does not begin on the day after the last one
     */
    Statement issue(ResellerId reseller, BillingPeriod period);

    StatementPage all(ResellerId reseller, Optional<PageToken> from);

    /** @throws dev.troubletickets.failure.NotFound if there is none such */
    Statement get(StatementId statement);

    ChargePage charges(StatementId statement, Optional<PageToken> from);

    /**
     * Writes the statement's lines as CSV (RFC 4180) in UTF-8, amounts as decimals with a point. What the stream throws comes out as
     * {@link java.io.UncheckedIOException}.
     */
    void export(StatementId statement, OutputStream into);
}
