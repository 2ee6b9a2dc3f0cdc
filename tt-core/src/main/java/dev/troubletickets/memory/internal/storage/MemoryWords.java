// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.search.SearchWords;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The words of tickets, taken anew from their texts for every search. For use inside a unit of work alone. */
final class MemoryWords {
    private static final long OF_TITLE = 1000;

    private final Tables tables;
    private final List<String> wanted;
    private final boolean notes;

    MemoryWords(Tables tables, List<String> wanted, Visibility visibility) {
        this.tables = tables;
        this.wanted = wanted;
        this.notes = !(visibility instanceof Visibility.OfAccount) && !(visibility instanceof Visibility.OfReseller);
    }

    boolean areIn(TicketData ticket) {
        if (wanted.isEmpty()) {
            return true;
        }
        Set<String> words = new HashSet<>(title(ticket));
        messages(ticket.id()).map(SearchWords::of).forEach(words::addAll);
        return words.containsAll(wanted);
    }

    /** Words of the title before all; then how often they stand in the one message that has them most. */
    long relevance(TicketData ticket) {
        List<String> title = title(ticket);
        long inTitle = wanted.stream().filter(title::contains).count();
        long inMessage = messages(ticket.id())
                .map(SearchWords::of)
                .mapToLong(this::occurrences)
                .max()
                .orElse(0);
        return OF_TITLE * inTitle + Math.min(inMessage, OF_TITLE - 1);
    }

    private long occurrences(List<String> words) {
        return wanted.stream()
                .mapToLong(word -> Collections.frequency(words, word))
                .sum();
    }

    private static List<String> title(TicketData ticket) {
        return SearchWords.of(ticket.header().subject().value());
    }

    private Stream<String> messages(TicketId ticket) {
        return tables.messages.rows().stream()
                .filter(message -> message.shownIn().equals(ticket))
                .filter(message -> notes || !message.id().isNote())
                .map(MessageData::text);
    }
}
