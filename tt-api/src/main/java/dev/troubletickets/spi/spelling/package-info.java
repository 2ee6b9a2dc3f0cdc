// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Spell-checking (F1). One interface to implement: {@link dev.troubletickets.spi.spelling.SpellChecker}. */
@NullMarked
package dev.troubletickets.spi.spelling;

import org.jspecify.annotations.NullMarked;
