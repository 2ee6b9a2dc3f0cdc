// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.spi.storage.CollaboratorStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who is invited to which tickets. For use inside a unit of work alone. */
final class MemoryCollaborators implements CollaboratorStore {
    static final Comparator<Key> ORDER = Comparator.<Key, String>comparing(
                    key -> key.staff().value())
            .thenComparingLong(key -> key.ticket().value());

    private final Tables tables;

    MemoryCollaborators(Tables tables) {
        this.tables = tables;
    }

    record Key(StaffId staff, TicketId ticket) {}

    @Override
    public void invite(TicketId ticket, Invited invited) {
        if (!tables.tickets.has(ticket)) {
            throw new WriteConflict("ticket " + ticket + " is gone");
        }
        tables.collaborators.put(new Key(invited.staff(), ticket), invited);
    }

    @Override
    public void dismiss(TicketId ticket, StaffId staff) {
        tables.collaborators.remove(new Key(staff, ticket));
    }

    @Override
    public List<Invited> of(TicketId ticket) {
        List<Invited> all = new ArrayList<>();
        tables.collaborators.forEach((key, invited) -> {
            if (key.ticket().equals(ticket)) {
                all.add(invited);
            }
        });
        all.sort(Comparator.comparing(Invited::since)
                .thenComparing(invited -> invited.staff().value()));
        return all;
    }

    @Override
    public Map<TicketId, Instant> tickets(StaffId staff) {
        Map<TicketId, Instant> since = new HashMap<>();
        tables.collaborators.forEach((key, invited) -> {
            if (key.staff().equals(staff)) {
                since.put(key.ticket(), invited.since());
            }
        });
        return since;
    }

    static Map<TicketId, CollaboratorRight> rights(Tables tables, StaffId staff) {
        Map<TicketId, CollaboratorRight> rights = new HashMap<>();
        tables.collaborators.forEach((key, invited) -> {
            if (key.staff().equals(staff)) {
                rights.put(key.ticket(), invited.right());
            }
        });
        return rights;
    }
}
