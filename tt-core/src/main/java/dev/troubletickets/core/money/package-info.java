// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Prices, what is charged by them, and statements (E5). Start at {@link dev.troubletickets.core.money.Pricing}. */
@NullMarked
package dev.troubletickets.core.money;

import org.jspecify.annotations.NullMarked;
