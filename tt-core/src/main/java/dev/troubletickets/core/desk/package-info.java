// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** The desks of the api over the use cases: each method is one unit of work. Start at {@link dev.troubletickets.core.desk.Desks}. */
@NullMarked
package dev.troubletickets.core.desk;

import org.jspecify.annotations.NullMarked;
