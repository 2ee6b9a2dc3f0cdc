// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tools that look at a customer's service. Start at {@link dev.troubletickets.spi.diagnostics.Diagnostics}. */
@NullMarked
package dev.troubletickets.spi.diagnostics;

import org.jspecify.annotations.NullMarked;
