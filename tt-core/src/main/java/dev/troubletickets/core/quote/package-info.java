// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Tells an author's words from quoted history, signatures and disclaimers: pure functions, one pass over the lines each, no regular
 * expressions. The words of languages and mail programs are data, in {@code vocabulary.txt}. Start at {@link
 * dev.troubletickets.core.quote.Trimmer}.
 */
@NullMarked
package dev.troubletickets.core.quote;

import org.jspecify.annotations.NullMarked;
