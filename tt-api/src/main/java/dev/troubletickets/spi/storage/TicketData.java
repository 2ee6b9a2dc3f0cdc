// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is kept, without its conversation.
 *
 * @param version rises by one with every write of the ticket
 * @param lock the last lock that was given, perhaps no longer in force; not under the version (B6)
 */
public record TicketData(
        TicketId id,
        long version,
        Header header,
        TicketState state,
        Activity activity,
        @Nullable Lock lock) {
    /**
     * @param reseller the account's reseller when the account was set
     * @param cc who gets copies of answers
     */
    public record Header(
            Subject subject,
            EmailAddress requester,
            String requesterName,
            @Nullable AccountId account,
            @Nullable ResellerId reseller,
            @Nullable String service,
            @Nullable String category,
            @Nullable String summary,
            Set<EmailAddress> cc,
            Set<Tag> tags,
            Channel channel,
            Instant createdAt) {
        public Header {
            cc = Set.copyOf(cc);
            tags = Set.copyOf(tags);
        }
    }

    /**
     * @param modifiedAt of the last write
     * @param lastMessageAt of the last public message
     */
    public record Activity(Instant modifiedAt, Instant lastMessageAt) {}
}
