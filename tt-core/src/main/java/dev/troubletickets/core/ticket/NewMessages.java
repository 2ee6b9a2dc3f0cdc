// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Upload;
import dev.troubletickets.core.files.Kept;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.Actor;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ConversationStore;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.MessageData.AttachmentData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.AttachmentId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is said in a case, and what is said anew of what was said before, until it is written with the rest. */
final class NewMessages {
    private final List<MessageData> said = new ArrayList<>();
    private final Map<MessageId, String> corrections = new LinkedHashMap<>();

    boolean isEmpty() {
        return said.isEmpty();
    }

    List<MessageData> said() {
        return said;
    }

    void correct(MessageId message, String text) {
        corrections.put(message, text);
    }

    /** @param ticket which has counted the message as its last of that kind */
    void say(Scope scope, TicketData ticket, MessageKind kind, Words words) {
        MessageId message = kind == MessageKind.NOTE
                ? MessageId.note(ticket.id(), ticket.state().notes())
                : MessageId.publicMessage(ticket.id(), ticket.state().publicMessages());
        said.add(new MessageData(
                message,
                ticket.id(),
                ticket.version(),
                kind,
                scope.now(),
                words.author(),
                words.authorName(),
                words.from(),
                words.channel(),
                words.text(),
                words.mail(),
                words.messageId(),
                files(scope, message, words)));
    }

    /** What is found harmful is refused while whoever sent it can do without; what came by mail is kept, and nobody gets it. */
    static List<Kept> kept(Scope scope, Words words) {
        return words.channel() == Channel.MAIL
                ? scope.files().refer(scope.stores(), scope.now(), words.attachments())
                : scope.files().referHarmless(scope.stores(), scope.now(), words.attachments());
    }

    private static List<AttachmentData> files(Scope scope, MessageId message, Words words) {
        List<Upload> uploads = words.attachments();
        List<Kept> kept = kept(scope, words);
        List<AttachmentData> described = new ArrayList<>();
        for (int i = 0; i < uploads.size(); i++) {
            Upload upload = uploads.get(i);
            AttachmentId id = new AttachmentId(message, i + 1);
            described.add(new AttachmentData(
                    id,
                    upload.name(),
                    kept.get(i).type(),
                    upload.size(),
                    kept.get(i).blob()));
        }
        return described;
    }

    void save(Scope scope) {
        ConversationStore conversations = scope.stores().conversations();
        said.forEach(conversations::add);
        corrections.forEach((message, text) -> conversations.changeText(message, text, scope.now()));
    }

    /**
     * What a technician says is read by them, but not what they have not seen before it (A17).
     *
     * @param read how many messages of the ticket were there before
     */
    void markRead(Scope scope, Actor actor, int read, TicketData ticket) {
        if (!said.isEmpty() && actor instanceof Actor.Staff staff) {
            markRead(scope.stores().conversations(), staff.id(), read, ticket);
        }
    }

    private static void markRead(ConversationStore conversations, StaffId staff, int read, TicketData ticket) {
        int all = ticket.state().messages();
        if (read == 0) {
            conversations.markRead(ticket.id(), staff, all);
        } else {
            conversations.advanceRead(ticket.id(), staff, read, all);
        }
    }
}
