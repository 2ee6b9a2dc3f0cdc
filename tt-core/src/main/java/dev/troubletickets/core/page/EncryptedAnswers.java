// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.AnswerEncrypted;
import dev.troubletickets.inclusions.EncryptedBlocks;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.MessageKind;
import dev.troubletickets.ticket.TicketId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which answers of a conversation went out encrypted, and to whose keys, as history tells (F2). */
final class EncryptedAnswers {
    private static final String TYPE = AnswerEncrypted.class.getSimpleName();

    private EncryptedAnswers() {}

    /** Asks for the history only where an answer holds a block. */
    static Map<MessageId, List<String>> of(Scope scope, List<MessageData> messages) {
        Set<TicketId> tickets = messages.stream()
                .filter(message -> message.kind() == MessageKind.ANSWER
                        && !EncryptedBlocks.in(message.text()).all().isEmpty())
                .map(message -> message.id().ticket())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<MessageId, List<String>> keys = new HashMap<>();
        if (!tickets.isEmpty()) {
            for (HistoryEntry entry : scope.stores().conversations().history(tickets)) {
                if (entry.type().equals(TYPE)) {
                    AnswerEncrypted event = (AnswerEncrypted) Events.read(entry.type(), entry.data());
                    keys.put(event.message(), event.keys());
                }
            }
        }
        return keys;
    }
}
