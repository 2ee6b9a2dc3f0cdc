// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something someone says in a ticket.
 *
 * @param from the address it came from by mail
 * @param mail the stored mail it came by
 * @param messageId of the mail that brought it, or that carries it out
 */
public record Words(
        Actor author,
        String authorName,
        Channel channel,
        String text,
        List<Upload> attachments,
        @Nullable EmailAddress from,
        @Nullable Long mail,
        @Nullable String messageId) {
    public Words {
        attachments = List.copyOf(attachments);
    }

    public static Words of(Actor author, String authorName, Channel channel, String text, List<Upload> attachments) {
        return new Words(author, authorName, channel, text, attachments, null, null, null);
    }

    /** By mail, from an address that nobody is told. */
    Words cameBy(long stored) {
        return new Words(author, authorName, Channel.MAIL, text, attachments, null, stored, messageId);
    }

    Words carriedBy(@Nullable String id) {
        return new Words(author, authorName, channel, text, attachments, from, mail, id);
    }
}
