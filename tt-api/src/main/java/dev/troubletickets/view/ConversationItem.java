// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.view;

import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.passage.Passages;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One line of a conversation: something said, or something that happened. Customers' views hold messages only. */
public sealed interface ConversationItem {
    Instant at();

    /**
     * @param text plain text, to be escaped by the page, with a placeholder in place of each encrypted block
     * @param passages what of a mail's text is news and what is quoted history, signature or disclaimer, by the rules of today; of what did not
     *     come by mail everything is news (D10)
     * @param inclusions the encrypted blocks, in the order of the text (F2)
     * @param author for staff alone; empty in a customer's view
     * @param authorName as the reader may know it: a technician's full name, a customer's name, or an address
     * @param from the address a mail came from
     * @param editedAt when staff corrected the text last (A16)
     * @param delivery the state of the mail that carries this message, for staff; empty where no mail does
     * @param encryptedTo the fingerprints of the keys that an encrypted answer went out to, the customer's first, for customers that alone; empty
     *     for everything that was not encrypted by the desk (F2)
     */
    record Message(
            MessageId id,
            MessageKind kind,
            Instant at,
            Optional<Actor> author,
            String authorName,
            Optional<EmailAddress> from,
            Channel channel,
            String text,
            Passages passages,
            List<InclusionPlace> inclusions,
            List<AttachmentView> attachments,
            Optional<Instant> editedAt,
            Optional<Delivery> delivery,
            List<String> encryptedTo)
            implements ConversationItem {
        public Message {
            inclusions = List.copyOf(inclusions);
            attachments = List.copyOf(attachments);
            encryptedTo = List.copyOf(encryptedTo);
        }

        /** The text in pieces: words, and encrypted blocks between them. */
        public List<TextPart> parts() {
            List<TextPart> parts = new ArrayList<>();
            int at = 0;
            for (InclusionPlace place : inclusions) {
                if (place.start() > at) {
                    parts.add(new TextPart.Words(text.substring(at, place.start())));
                }
                parts.add(new TextPart.Secured(place.id()));
                at = place.end();
            }
            if (at < text.length()) {
                parts.add(new TextPart.Words(text.substring(at)));
            }
            return parts;
        }

        /** The text without what a mail quotes and ends with; all of it, if nothing else would remain. */
        public String visibleText() {
            return passages.visible();
        }
    }

    /**
     * A line of a ticket's history (A15); a view may hide these.
     *
     * @param ticket whose history it stands in: the page's ticket, or one that was merged into it
     */
    record SystemLine(TicketId ticket, Instant at, Actor actor, TicketEvent event) implements ConversationItem {}
}
