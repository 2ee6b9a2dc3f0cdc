// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What mails belong together (D3). */
public interface ThreadStore {
    /** Remembers that a Message-ID belongs to a ticket; the first ticket keeps it. Compared exactly. */
    void remember(String messageId, TicketId ticket);

    /** The tickets of those ids that are known. */
    Map<String, TicketId> find(Collection<String> messageIds);

    /**
     * The newest ticket whose subject has this {@linkplain dev.troubletickets.ticket.Subject#threadKey thread key}, and this requester if
     * one is given.
     */
    Optional<TicketId> findBySubject(String threadKey, Optional<EmailAddress> requester);
}
