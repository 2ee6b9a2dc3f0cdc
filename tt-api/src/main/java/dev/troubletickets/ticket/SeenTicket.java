// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.ticket;

import java.util.OptionalLong;

/**
 * A ticket as a page showed it. A panel carries {@link #mark} in a hidden field of its form; the mark means something only to the
 * face (customer or staff) whose page it came from.
 */
public record SeenTicket(TicketId id, long mark) implements TicketRef {
    @Override
    public OptionalLong seen() {
        return OptionalLong.of(mark);
    }
}
