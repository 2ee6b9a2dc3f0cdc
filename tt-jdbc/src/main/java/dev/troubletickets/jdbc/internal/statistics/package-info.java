// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** What was counted, in rows by time. */
@NullMarked
package dev.troubletickets.jdbc.internal.statistics;

import org.jspecify.annotations.NullMarked;
