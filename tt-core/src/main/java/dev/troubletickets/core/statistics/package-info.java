// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What counts, the rolling up of it in background work, and the figures that are read from there (E10). */
@NullMarked
package dev.troubletickets.core.statistics;

import org.jspecify.annotations.NullMarked;
