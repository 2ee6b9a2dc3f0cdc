// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who follows which tickets. For use inside a unit of work alone. */
final class MemoryFollows implements FollowStore {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::kind)
            .thenComparing(key -> key.staff().value())
            .thenComparingLong(key -> key.ticket().value());

    private final Tables tables;

    MemoryFollows(Tables tables) {
        this.tables = tables;
    }

    record Key(Kind kind, StaffId staff, TicketId ticket) {}

    @Override
    public void add(Kind kind, Follower follower, TicketId ticket) {
        if (!tables.tickets.has(ticket)) {
            throw new WriteConflict("ticket " + ticket + " is gone");
        }
        Key key = new Key(kind, follower.staff(), ticket);
        if (!tables.follows.has(key)) {
            tables.follows.put(key, follower.since());
        }
    }

    @Override
    public void remove(Kind kind, StaffId staff, TicketId ticket) {
        tables.follows.remove(new Key(kind, staff, ticket));
    }

    @Override
    public Map<TicketId, Instant> tickets(Kind kind, StaffId staff) {
        Map<TicketId, Instant> since = new HashMap<>();
        tables.follows.forEach((key, at) -> {
            if (key.kind() == kind && key.staff().equals(staff)) {
                since.put(key.ticket(), at);
            }
        });
        return since;
    }

    @Override
    public List<Follower> followers(Kind kind, TicketId ticket) {
        List<Follower> all = new java.util.ArrayList<>();
        tables.follows.forEach((key, at) -> {
            if (key.kind() == kind && key.ticket().equals(ticket)) {
                all.add(new Follower(key.staff(), at));
            }
        });
        all.sort(Comparator.comparing(Follower::since)
                .thenComparing(f -> f.staff().value()));
        return all;
    }
}
