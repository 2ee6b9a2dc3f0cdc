// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import java.util.Comparator;
import java.util.Optional;

/** The word that a ticket begins with: the first of its numbering, or, in one that was split off, of another's (A4). */
public final class FirstMessage {
    private FirstMessage() {}

    public static Optional<MessageData> of(Scope scope, TicketData ticket) {
        if (ticket.state().joined().messages() == 0) {
            return scope.stores().conversations().find(MessageId.publicMessage(ticket.id(), 1));
        }
        return scope.stores().conversations().publicMessages(ticket.id()).stream()
                .min(Comparator.comparing(MessageData::at));
    }
}
