// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.search.SearchWords;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of tickets with those of what was merged into them, taken anew from their texts for every search. For use inside a unit of
 * work alone.
 */
final class MemoryWords {
    private static final long OF_TITLE = 1000;

    private final Tables tables;
    private final List<String> wanted;
    private final boolean staff;
    private final Map<TicketId, Texts> all = new HashMap<>();

    MemoryWords(Tables tables, List<String> wanted, Visibility visibility) {
        this.tables = tables;
        this.wanted = wanted;
        this.staff = !(visibility instanceof Visibility.OfAccount) && !(visibility instanceof Visibility.OfResellers);
        if (!wanted.isEmpty()) {
            tables.tickets.rows().forEach(this::add);
            tables.messages.rows().forEach(this::add);
        }
    }

    boolean areIn(TicketData ticket) {
        return wanted.isEmpty() || of(ticket.id()).words().containsAll(wanted);
    }

    /** Words of the title before all; then how often they stand in the one message that has them most. */
    long relevance(TicketData ticket) {
        Texts texts = of(ticket.id());
        long inTitle = wanted.stream().filter(texts.titles::contains).count();
        long inMessage =
                texts.messages.stream().mapToLong(this::occurrences).max().orElse(0);
        return OF_TITLE * inTitle + Math.min(inMessage, OF_TITLE - 1);
    }

    private long occurrences(List<String> words) {
        return wanted.stream()
                .mapToLong(word -> Collections.frequency(words, word))
                .sum();
    }

    private void add(TicketData ticket) {
        of(root(ticket)).titles.addAll(SearchWords.of(ticket.header().subject().value()));
    }

    private void add(MessageData message) {
        Optional<TicketData> ticket = tables.tickets.find(message.shownIn());
        if (ticket.isPresent() && (staff || !message.id().isNote())) {
            of(root(ticket.get())).messages.add(SearchWords.of(message.text()));
        }
    }

    /** Through all pointers for staff, for others no further than to their own ticket. */
    private TicketId root(TicketData ticket) {
        TicketData.Merged merged = ticket.merged();
        return merged == null || (merged.apart() && !staff)
                ? ticket.id()
                : tables.tickets.find(merged.into()).map(this::root).orElse(ticket.id());
    }

    private Texts of(TicketId ticket) {
        return all.computeIfAbsent(ticket, id -> new Texts());
    }

    /** What one ticket is found by. */
    private static final class Texts {
        private final Collection<String> titles = new ArrayList<>();
        private final List<List<String>> messages = new ArrayList<>();

        Set<String> words() {
            Set<String> words = new HashSet<>(titles);
            messages.forEach(words::addAll);
            return words;
        }
    }
}
