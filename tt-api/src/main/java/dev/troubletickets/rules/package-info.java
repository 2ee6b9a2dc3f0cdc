// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Conditions on tickets and customers, as data: what a rule asks, and why it held. Start at {@link dev.troubletickets.rules.Condition}.
 */
@NullMarked
package dev.troubletickets.rules;

import org.jspecify.annotations.NullMarked;
