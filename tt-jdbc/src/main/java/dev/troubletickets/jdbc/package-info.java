// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** A storage on the host's own database. Start at {@link dev.troubletickets.jdbc.JpaStorage}. */
@NullMarked
package dev.troubletickets.jdbc;

import org.jspecify.annotations.NullMarked;
