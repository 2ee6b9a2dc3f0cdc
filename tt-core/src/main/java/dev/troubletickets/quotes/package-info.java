// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tells what a mail's author wrote from what they quoted. Start at {@link dev.troubletickets.quotes.QuotedHistory}. */
@NullMarked
package dev.troubletickets.quotes;

import org.jspecify.annotations.NullMarked;
