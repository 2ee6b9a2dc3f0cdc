// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What a mail's text is made of: its author's words, quoted history, signatures. Start at {@link dev.troubletickets.passage.Passages}. */
@NullMarked
package dev.troubletickets.passage;

import org.jspecify.annotations.NullMarked;
