// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What every spell-checker owes the library. Implement {@link dev.troubletickets.contract.spelling.SpellCheckerContract}. */
@NullMarked
package dev.troubletickets.contract.spelling;

import org.jspecify.annotations.NullMarked;
