// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.ConversationStore;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Messages, history and what staff have read. For use inside a unit of work alone. */
final class MemoryConversations implements ConversationStore {
    private static final Comparator<MessageData> OLDEST_FIRST = Comparator.<MessageData>comparingLong(
                    message -> message.id().ticket().value())
            .thenComparingLong(MessageData::version)
            .thenComparing(message -> message.id().track());

    private final Tables tables;

    MemoryConversations(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(MessageData message) {
        if (tables.messages.has(message.id())) {
            throw new WriteConflict("message " + message.id() + " is there already");
        }
        MemoryFiles.require(tables, message.blobs());
        tables.messages.put(message.id(), message);
    }

    @Override
    public void add(HistoryEntry entry) {
        Tables.Line line = Tables.Line.of(entry);
        if (tables.history.has(line)) {
            throw new WriteConflict("line " + line + " is there already");
        }
        tables.history.put(line, entry);
        tables.unplaced.put(line, line);
    }

    @Override
    public void changeText(MessageId message, String text, Instant editedAt) {
        tables.messages
                .find(message)
                .ifPresent(m -> tables.messages.put(
                        message,
                        new MessageData(
                                m.id(),
                                m.shownIn(),
                                m.version(),
                                m.kind(),
                                m.at(),
                                m.author(),
                                m.authorName(),
                                m.from(),
                                m.channel(),
                                text,
                                m.mail(),
                                m.messageId(),
                                m.attachments(),
                                editedAt)));
    }

    @Override
    public List<MessageData> publicMessages(Collection<TicketId> shownIn) {
        return shown(shownIn).filter(message -> !message.id().isNote()).toList();
    }

    @Override
    public List<MessageData> allMessages(Collection<TicketId> shownIn) {
        return shown(shownIn).sorted(OLDEST_FIRST).toList();
    }

    @Override
    public boolean show(MessageId message, TicketId from, TicketId in) {
        Optional<MessageData> there =
                tables.messages.find(message).filter(data -> data.shownIn().equals(from));
        if (there.isPresent() && !tables.tickets.has(in)) {
            throw new WriteConflict("ticket " + in + " is gone");
        }
        there.ifPresent(data -> tables.messages.put(message, data.shownIn(in)));
        return there.isPresent();
    }

    @Override
    public Optional<MessageData> find(MessageId id) {
        return tables.messages.find(id);
    }

    @Override
    public Optional<TicketId> shownIn(TicketId numberedBy, String messageId) {
        return tables.messages.rows().stream()
                .filter(message -> message.id().ticket().equals(numberedBy))
                .filter(message -> messageId.equals(message.messageId()))
                .max(Comparator.comparingInt(message -> message.id().number()))
                .map(MessageData::shownIn);
    }

    @Override
    public List<String> lastMessageIds(Collection<TicketId> shownIn, int limit) {
        List<String> all = publicMessages(shownIn).stream()
                .sorted(Comparator.comparing(MessageData::at))
                .map(MessageData::messageId)
                .filter(Objects::nonNull)
                .toList();
        return all.subList(Math.max(0, all.size() - limit), all.size());
    }

    @Override
    public List<HistoryEntry> history(Collection<TicketId> tickets) {
        return tickets.stream()
                .flatMap(ticket -> Tables.Line.of(tables.history, ticket).stream())
                .toList();
    }

    @Override
    public Map<TicketId, HistoryEntry> lastLines(Set<TicketId> tickets) {
        Map<TicketId, HistoryEntry> last = new HashMap<>();
        tickets.forEach(ticket -> history(ticket).forEach(line -> last.put(ticket, line)));
        return last;
    }

    @Override
    public void markRead(TicketId ticket, StaffId reader, int messages) {
        Tables.Reader key = new Tables.Reader(ticket.value(), reader.value());
        if (tables.readMarks.find(key).orElse(0) < messages) {
            tables.readMarks.put(key, messages);
        }
    }

    @Override
    public void carryRead(TicketId from, int read, TicketId to, int messages) {
        readers(from)
                .filter(reader -> tables.readMarks.find(reader).orElse(-1) >= read)
                .toList()
                .forEach(reader -> markRead(to, StaffId.of(reader.staff()), messages));
    }

    @Override
    public void advanceRead(TicketId ticket, int before, int after) {
        readers(ticket).toList().forEach(reader -> advanceRead(ticket, StaffId.of(reader.staff()), before, after));
    }

    @Override
    public void advanceRead(TicketId ticket, StaffId reader, int before, int after) {
        Tables.Reader key = new Tables.Reader(ticket.value(), reader.value());
        if (tables.readMarks.find(key).orElse(-1) >= before) {
            markRead(ticket, reader, after);
        }
    }

    private Stream<Tables.Reader> readers(TicketId ticket) {
        return tables.readMarks.keys().stream().filter(reader -> reader.ticket() == ticket.value());
    }

    private Stream<MessageData> shown(Collection<TicketId> shownIn) {
        return tables.messages.rows().stream().filter(message -> shownIn.contains(message.shownIn()));
    }
}
