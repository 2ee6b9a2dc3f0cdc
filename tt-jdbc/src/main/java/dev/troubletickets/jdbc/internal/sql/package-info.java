// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Statements in a unit of work, and where databases differ. Start at {@link dev.troubletickets.jdbc.internal.sql.Session}. */
@NullMarked
package dev.troubletickets.jdbc.internal.sql;

import org.jspecify.annotations.NullMarked;
