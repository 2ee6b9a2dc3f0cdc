// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** A ticket's names and states. Start at {@link dev.troubletickets.ticket.TicketState}, the facts both faces are derived from. */
@NullMarked
package dev.troubletickets.ticket;

import org.jspecify.annotations.NullMarked;
