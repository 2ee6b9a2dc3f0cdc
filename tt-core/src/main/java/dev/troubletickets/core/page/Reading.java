// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.quote.Sent;
import dev.troubletickets.core.quote.Trimmer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.passage.Passages;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.view.AttachmentView;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what is news in the mails of a conversation, by what the other side said before, as far as the reader of the page knows it: a customer's mail
 * by the answers, a technician's by what customers wrote. What somebody passes on to open a ticket is all news.
 */
final class Reading {
    private final TicketData ticket;
    private final List<MessageData> said;
    private final Map<MessageId, List<String>> encrypted;
    private final FileViews files;
    private final Map<MessageId, Sent> ready = new HashMap<>();

    private Reading(
            TicketData ticket, List<MessageData> said, Map<MessageId, List<String>> encrypted, FileViews files) {
        this.ticket = ticket;
        this.said = said;
        this.encrypted = encrypted;
        this.files = files;
    }

    /** @param messages what the reader is shown of the conversation */
    static Reading of(Scope scope, TicketData ticket, List<MessageData> messages) {
        return new Reading(
                ticket,
                messages.stream()
                        .filter(message -> message.kind() != MessageKind.NOTE)
                        .sorted(Comparator.comparing(MessageData::at))
                        .toList(),
                EncryptedAnswers.of(scope, messages),
                FileViews.of(scope, messages));
    }

    /** The keys that the message was encrypted to, the customer's first (F2). */
    List<String> encryptedTo(MessageData message) {
        return encrypted.getOrDefault(message.id(), List.of());
    }

    List<AttachmentView> files(MessageData message) {
        return files.of(message);
    }

    Passages passages(MessageData message) {
        if (message.channel() != Channel.MAIL || isPassedOn(message)) {
            return Passages.whole(shown(message));
        }
        List<MessageData> before = said.stream()
                .filter(other -> !other.at().isAfter(message.at()) && isStaffs(other) != isStaffs(message))
                .toList();
        return Trimmer.read(
                shown(message), Sent.last(before).stream().map(this::sent).toList());
    }

    private Sent sent(MessageData message) {
        return ready.computeIfAbsent(message.id(), id -> Sent.of(shown(message)));
    }

    private static String shown(MessageData message) {
        return EncryptedBlocks.in(message.text()).shown().text();
    }

    private static boolean isStaffs(MessageData message) {
        return message.kind() == MessageKind.ANSWER || message.kind() == MessageKind.NOTE;
    }

    private boolean isPassedOn(MessageData message) {
        return message.id().equals(MessageId.publicMessage(ticket.id(), 1))
                && Trimmer.isForwarded(ticket.header().subject().value());
    }
}
