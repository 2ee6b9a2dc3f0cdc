// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.files.BlobKey;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes a ticket away with all that is its own (A11). For use inside a unit of work alone. */
final class Deletion {
    private final Tables tables;

    Deletion(Tables tables) {
        this.tables = tables;
    }

    boolean of(TicketId ticket) {
        if (tables.tickets.rows().stream().anyMatch(other -> isMergedInto(ticket, other))) {
            throw new WriteConflict("a ticket is merged into " + ticket);
        }
        if (!tables.tickets.remove(ticket)) {
            return false;
        }
        Set<MessageId> goes = tables.messages.rows().stream()
                .filter(message -> message.shownIn().equals(ticket))
                .map(MessageData::id)
                .collect(Collectors.toSet());
        mails(ticket, goes);
        Set<BlobKey> files = files(ticket, goes);
        tables.messages.removeIf((id, message) -> goes.contains(id));
        history(ticket);
        tables.fields.removeIf((key, value) -> key.ticket().equals(ticket));
        tables.follows.removeIf((key, since) -> key.ticket().equals(ticket));
        tables.collaborators.removeIf((key, invited) -> key.ticket().equals(ticket));
        tables.readMarks.removeIf((reader, mark) -> reader.ticket() == ticket.value());
        tables.presence.removeIf((reader, presence) -> reader.ticket() == ticket.value());
        tables.drafts.removeIf((reader, draft) -> reader.ticket() == ticket.value());
        tables.scheduled.removeIf((id, row) -> row.action().ticket().equals(ticket));
        tables.tasks.removeIf((id, task) -> ticket.equals(task.ticket()));
        tables.taskEntries.removeIf((key, entry) -> !tables.tasks.has(key.task()));
        tables.threads.removeIf((messageId, of) -> of.equals(ticket));
        tables.links.removeIf((key, link) -> ticket.equals(link.from()) || ticket.equals(link.to()));
        tables.operations.removeIf((id, operation) -> id.ticket().equals(ticket));
        MemoryFiles.release(tables, files);
        return true;
    }

    private Set<BlobKey> files(TicketId ticket, Set<MessageId> goes) {
        Set<BlobKey> files = new HashSet<>();
        goes.forEach(id -> tables.messages.find(id).ifPresent(message -> files.addAll(message.blobs())));
        tables.scheduled.rows().stream()
                .map(MemorySchedule.Row::action)
                .filter(action -> action.ticket().equals(ticket))
                .forEach(action -> files.addAll(action.files()));
        return files;
    }

    /** What happened stays in the feed, without saying what it was about or who did it. */
    private void history(TicketId ticket) {
        List<HistoryEntry> lines = List.copyOf(Tables.Line.of(tables.history, ticket));
        lines.forEach(line -> tables.history.put(
                Tables.Line.of(line),
                new HistoryEntry(
                        ticket,
                        line.version(),
                        line.index(),
                        line.at(),
                        Actor.system(),
                        line.type(),
                        "",
                        line.facts())));
    }

    /** Mails go with the message they brought or carry, wherever it was written; those of no message with the ticket. */
    private void mails(TicketId ticket, Set<MessageId> goes) {
        Set<Long> brought = new HashSet<>();
        Set<Long> stay = new HashSet<>();
        for (MessageData message : tables.messages.rows()) {
            if (message.mail() != null) {
                (goes.contains(message.id()) ? brought : stay).add(message.mail());
            }
        }
        List<IncomingRow> originals = tables.incoming.rows().stream()
                .filter(mail -> brought.contains(mail.id()) || (mail.isOf(ticket) && !stay.contains(mail.id())))
                .toList();
        originals.forEach(mail -> tables.incoming.put(mail.id(), mail.emptied()));
        tables.outgoing.removeIf((id, mail) -> carriesGone(mail, ticket, goes));
        tables.unsettled.removeIf((id, mail) -> carriesGone(mail, ticket, goes));
    }

    private boolean carriesGone(OutgoingRow mail, TicketId ticket, Set<MessageId> goes) {
        MessageId message = mail.data().message();
        return message != null && tables.messages.has(message)
                ? goes.contains(message)
                : ticket.equals(mail.data().ticket());
    }

    private static boolean isMergedInto(TicketId ticket, TicketData other) {
        return other.merged() != null && other.merged().into().equals(ticket);
    }
}
