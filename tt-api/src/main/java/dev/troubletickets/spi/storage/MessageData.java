// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message as it is kept. Once stored, its text ({@link ConversationStore#changeText}) and the ticket it is shown in ({@link
 * ConversationStore#show}) alone may change.
 *
 * @param shownIn the ticket it is read in: its own, or another
 * @param version the ticket's version that the message came with
 * @param authorName as readers of the ticket see it, at the time of writing
 * @param mail the stored mail it came by
 * @param messageId the Message-ID of the mail that brought it, or that carries it out
 * @param editedAt when its text was changed last
 */
public record MessageData(
        MessageId id,
        TicketId shownIn,
        long version,
        MessageKind kind,
        Instant at,
        Actor author,
        String authorName,
        @Nullable EmailAddress from,
        Channel channel,
        String text,
        @Nullable Long mail,
        @Nullable String messageId,
        List<AttachmentData> attachments,
        @Nullable Instant editedAt) {
    public MessageData {
        attachments = List.copyOf(attachments);
    }

    /** A message whose text is as it was written. */
    public MessageData(
            MessageId id,
            TicketId shownIn,
            long version,
            MessageKind kind,
            Instant at,
            Actor author,
            String authorName,
            @Nullable EmailAddress from,
            Channel channel,
            String text,
            @Nullable Long mail,
            @Nullable String messageId,
            List<AttachmentData> attachments) {
        this(
                id,
                shownIn,
                version,
                kind,
                at,
                author,
                authorName,
                from,
                channel,
                text,
                mail,
                messageId,
                attachments,
                null);
    }

    /** The same, shown in another ticket. */
    public MessageData shownIn(TicketId ticket) {
        return new MessageData(
                id,
                ticket,
                version,
                kind,
                at,
                author,
                authorName,
                from,
                channel,
                text,
                mail,
                messageId,
                attachments,
                editedAt);
    }

    /** Where the bytes of its attachments are. */
    public List<BlobKey> blobs() {
        return attachments.stream().map(AttachmentData::blob).toList();
    }

    /**
     * @param size in bytes
     * @param blob the bytes, which {@link FileStore} knows of
     */
    public record AttachmentData(AttachmentId id, String name, String type, long size, BlobKey blob) {}
}
