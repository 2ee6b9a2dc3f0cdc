// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.billing.BillingWork;
import dev.troubletickets.core.money.MoneyWork;

/** What the background does about money: counts resellers' customers (E5), has the host bill customers (E6). */
record Accounts(MoneyWork money, BillingWork billing) {}
