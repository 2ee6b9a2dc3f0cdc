// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Money, prices, and what resellers are charged. Start at {@link dev.troubletickets.money.Money}. */
@NullMarked
package dev.troubletickets.money;

import org.jspecify.annotations.NullMarked;
