// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Figures of a range of days (E10), as a panel shows and draws them. Start at {@link dev.troubletickets.statistics.Statistics}. */
@NullMarked
package dev.troubletickets.statistics;

import org.jspecify.annotations.NullMarked;
