// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Prices and what is charged. Start at {@link dev.troubletickets.jdbc.internal.money.SqlLedgerStore}. */
@NullMarked
package dev.troubletickets.jdbc.internal.money;

import org.jspecify.annotations.NullMarked;
