// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.command.Split;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.lifecycle.Splitting.Said;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which messages of a ticket were chosen to go (A4), and which stay. */
final class Choice {
    private static final int MOST = 500;

    private final Scope scope;
    private final TicketData ticket;
    private final List<MessageData> shown;
    private final List<MessageData> words;
    private final Map<MessageId, Integer> positions = new HashMap<>();

    Choice(Scope scope, TicketData ticket) {
        this.scope = scope;
        this.ticket = ticket;
        this.shown = Conversation.shownIn(scope, ticket.id());
        Family family = Family.of(scope, ticket);
        this.words = Conversation.words(scope, family);
        place();
    }

    /** A ticket without others' messages has them in the order of its numbers; in any other, at least the last was the last. */
    private void place() {
        int before = ticket.state().shown() - words.size();
        boolean numbered = ticket.state().joined().shown() == 0;
        for (int i = 0; i < words.size(); i++) {
            MessageId id = words.get(i).id();
            positions.put(id, numbered && id.ticket().equals(ticket.id()) ? id.number() : before + i + 1);
        }
    }

    /**
     * The messages of each part, as they stand in the conversation.
     *
     * @throws NotFound for a message that is not shown in the ticket
     * @throws NotPermitted for one of a ticket that was merged into it, and where there is but one
     * @throws Invalid if one is chosen twice, the ticket's first is chosen, or a part has none for its customer
     */
    List<List<MessageData>> of(Split split) {
        if (ownWords(shown).size() < 2) {
            throw new NotPermitted(Refusal.ONE_MESSAGE);
        }
        List<List<MessageData>> parts = new ArrayList<>();
        Set<MessageId> taken = new HashSet<>();
        for (Split.Part part : split.parts()) {
            List<MessageData> chosen = of(part);
            for (MessageData message : chosen) {
                if (!taken.add(message.id())) {
                    throw new Invalid("messages", "a message goes to one ticket");
                }
            }
            if (ownWords(chosen).isEmpty()) {
                throw new Invalid("messages", "a ticket needs one that its customer sees");
            }
            parts.add(chosen);
        }
        if (taken.contains(ownWords(shown).get(0).id())) {
            throw new Invalid("messages", "the first one stays");
        }
        if (taken.size() > MOST) {
            throw new OverLimit("messages", MOST);
        }
        return parts;
    }

    private List<MessageData> of(Split.Part part) {
        Set<MessageId> wanted = new HashSet<>(part.messages());
        if (wanted.size() < part.messages().size()) {
            throw new Invalid("messages", "a message goes to one ticket");
        }
        part.messages().forEach(this::requireShown);
        List<MessageData> chosen = new ArrayList<>();
        for (MessageData message : shown) {
            if (wanted.contains(message.id()) || part.onwards() && !chosen.isEmpty()) {
                chosen.add(message);
            }
        }
        return chosen;
    }

    private void requireShown(MessageId id) {
        if (shown.stream().noneMatch(message -> message.id().equals(id))) {
            Optional<TicketId> place = scope.stores().conversations().find(id).map(MessageData::shownIn);
            if (place.filter(Family.of(scope, ticket).ids()::contains).isPresent()) {
                throw new NotPermitted(Refusal.MERGED_MESSAGES);
            }
            throw new NotFound("message");
        }
    }

    private static List<MessageData> ownWords(List<MessageData> messages) {
        return messages.stream().filter(message -> !message.id().isNote()).toList();
    }

    /** Those of these messages that the customer sees. */
    List<Said> said(Collection<MessageData> messages) {
        return messages.stream()
                .filter(message -> positions.containsKey(message.id()))
                .map(message ->
                        new Said(new Talk.Word(message.kind(), message.at()), positions.getOrDefault(message.id(), 0)))
                .toList();
    }

    /** Whatever else the ticket's customer is shown in it. */
    List<MessageData> without(Collection<MessageData> gone) {
        Set<MessageId> ids = new HashSet<>();
        gone.forEach(message -> ids.add(message.id()));
        return words.stream().filter(message -> !ids.contains(message.id())).toList();
    }

    /** How many messages staff who have read the last of these have read at the most. */
    int read(List<MessageData> messages) {
        MessageId last = messages.get(messages.size() - 1).id();
        int later = 0;
        for (MessageData message : shown) {
            later = message.id().equals(last) ? 0 : later + 1;
        }
        return ticket.state().messages() - later;
    }
}
