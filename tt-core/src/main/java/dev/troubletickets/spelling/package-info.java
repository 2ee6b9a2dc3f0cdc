// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Spell-checking with Hunspell dictionaries; needs {@code lucene-analysis-common} on the path. Start at {@link
 * dev.troubletickets.spelling.HunspellSpellChecker}.
 */
@NullMarked
package dev.troubletickets.spelling;

import org.jspecify.annotations.NullMarked;
