// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.memory.internal.storage.Tables.Reader;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PresenceStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Who is at a ticket, and their drafts. For use inside a unit of work alone. */
final class MemoryPresence implements PresenceStore {
    private final Tables tables;

    MemoryPresence(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void seen(Presence presence) {
        tables.presence.put(
                new Reader(presence.ticket().value(), presence.staff().value()), presence);
    }

    @Override
    public List<Presence> seenSince(TicketId ticket, Instant from) {
        return tables.presence.rows().stream()
                .filter(each -> each.ticket().equals(ticket) && !each.at().isBefore(from))
                .toList();
    }

    @Override
    public void forgetBefore(Instant time) {
        tables.presence.removeIf((key, presence) -> presence.at().isBefore(time));
    }

    @Override
    public void save(DraftData draft) {
        tables.drafts.put(new Reader(draft.ticket().value(), draft.author().value()), draft);
    }

    @Override
    public List<DraftData> drafts(TicketId ticket) {
        return tables.drafts.rows().stream()
                .filter(draft -> draft.ticket().equals(ticket))
                .toList();
    }

    @Override
    public void discard(TicketId ticket, StaffId author) {
        tables.drafts.remove(new Reader(ticket.value(), author.value()));
    }
}
