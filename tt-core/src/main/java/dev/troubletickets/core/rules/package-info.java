// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * What rules come to: pure functions of conditions and {@link dev.troubletickets.core.rules.Facts}, and what follows for tickets. Start at
 * {@link dev.troubletickets.core.rules.Reasons#why}.
 */
@NullMarked
package dev.troubletickets.core.rules;

import org.jspecify.annotations.NullMarked;
