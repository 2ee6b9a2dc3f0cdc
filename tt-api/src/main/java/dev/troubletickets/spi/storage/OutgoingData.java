// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail to send, fixed when it was caused: a retry sends the same bytes.
 *
 * @param message the public message it carries
 * @param sender the envelope's; absent for the null return path
 */
public record OutgoingData(
        @Nullable TicketId ticket,
        @Nullable MessageId message,
        Kind kind,
        @Nullable EmailAddress sender,
        List<EmailAddress> recipients,
        String messageId,
        byte[] content,
        Instant createdAt) {
    public OutgoingData {
        recipients = List.copyOf(recipients);
    }

    /** What a mail is for. */
    public enum Kind {
        /** A person's words; where it is uncertain whether it arrived, it is sent once more. */
        ANSWER,
        /** A receipt or another automatic response; never sent twice. */
        AUTOMATIC,
        /** For staff alone: the support mailbox's copy of a ticket from the panel, or a notice to a technician. */
        COPY
    }
}
