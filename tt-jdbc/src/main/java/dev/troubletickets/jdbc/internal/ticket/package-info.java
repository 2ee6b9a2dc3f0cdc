// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/** Tickets as rows. Start at {@link dev.troubletickets.jdbc.internal.ticket.SqlTicketStore}. */
@NullMarked
package dev.troubletickets.jdbc.internal.ticket;

import org.jspecify.annotations.NullMarked;
