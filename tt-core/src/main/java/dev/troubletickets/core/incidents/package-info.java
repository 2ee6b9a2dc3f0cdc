// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Support incidents that are paid in advance (E6): which pack a ticket uses ({@link dev.troubletickets.core.incidents.Incidents}). */
@NullMarked
package dev.troubletickets.core.incidents;

import org.jspecify.annotations.NullMarked;
