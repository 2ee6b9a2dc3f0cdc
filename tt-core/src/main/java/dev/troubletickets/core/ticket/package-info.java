// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
/**
 * The use cases of a ticket, one class a verb. Each loads, authorises, decides and stores in the unit of work it is given; what they have
 * in common is a {@link dev.troubletickets.core.ticket.Case}.
 */
@NullMarked
package dev.troubletickets.core.ticket;

import org.jspecify.annotations.NullMarked;
