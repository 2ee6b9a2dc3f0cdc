// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

/** Takes a ticket away with all that is its own (A11). For use inside a unit of work alone. */
final class Deletion {
    private final Tables tables;

    Deletion(Tables tables) {
        this.tables = tables;
    }

    boolean of(TicketId ticket) {
        if (!tables.tickets.remove(ticket)) {
            return false;
        }
        tables.messages.removeIf((id, message) -> isOf(ticket, id));
        tables.attachments.removeIf((id, content) -> isOf(ticket, id.message()));
        tables.history.removeIf((line, entry) -> line.ticket() == ticket.value());
        tables.fields.removeIf((key, value) -> key.ticket().equals(ticket));
        tables.follows.removeIf((key, since) -> key.ticket().equals(ticket));
        tables.readMarks.removeIf((reader, mark) -> reader.ticket() == ticket.value());
        tables.presence.removeIf((reader, presence) -> reader.ticket() == ticket.value());
        tables.drafts.removeIf((reader, draft) -> reader.ticket() == ticket.value());
        tables.scheduled.removeIf((id, row) -> row.action().ticket().equals(ticket));
        tables.threads.removeIf((messageId, of) -> of.equals(ticket));
        tables.links.removeIf((key, link) -> ticket.equals(link.from()) || ticket.equals(link.to()));
        tables.outgoing.removeIf((id, mail) -> ticket.equals(mail.data().ticket()));
        tables.unsettled.removeIf((id, mail) -> ticket.equals(mail.data().ticket()));
        List<IncomingRow> originals = tables.incoming.rows().stream()
                .filter(mail -> ticket.equals(mail.ticket()))
                .toList();
        originals.forEach(mail -> tables.incoming.put(mail.id(), mail.emptied()));
        return true;
    }

    private static boolean isOf(TicketId ticket, MessageId message) {
        return message.ticket().equals(ticket);
    }
}
