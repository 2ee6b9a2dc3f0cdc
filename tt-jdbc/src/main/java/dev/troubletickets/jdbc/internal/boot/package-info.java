// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** How the storage comes up on a database, and runs units of work. Start at {@link dev.troubletickets.jdbc.internal.boot.Database}. */
@NullMarked
package dev.troubletickets.jdbc.internal.boot;

import org.jspecify.annotations.NullMarked;
