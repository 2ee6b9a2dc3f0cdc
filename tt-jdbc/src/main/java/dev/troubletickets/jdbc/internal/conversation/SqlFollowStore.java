// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class SqlFollowStore implements FollowStore {
    private final Session session;

    public SqlFollowStore(Session session) {
        this.session = session;
    }

    @Override
    public void add(Kind kind, Follower follower, TicketId ticket) {
        session.laterIfAbsent(
                "insert into {follow} (kind, staff, ticket, since) values (?, ?, ?, ?)",
                kind.name(),
                follower.staff().value(),
                ticket.value(),
                follower.since());
    }

    @Override
    public void remove(Kind kind, StaffId staff, TicketId ticket) {
        session.later(
                "delete from {follow} where kind = ? and staff = ? and ticket = ?",
                kind.name(),
                staff.value(),
                ticket.value());
    }

    @Override
    public Map<TicketId, Instant> tickets(Kind kind, StaffId staff) {
        Map<TicketId, Instant> since = new HashMap<>();
        session.list(
                "select ticket, since from {follow} where kind = ? and staff = ?",
                row -> since.put(TicketId.of(row.number()), row.instant()) == null,
                kind.name(),
                staff.value());
        return since;
    }

    @Override
    public List<Follower> followers(Kind kind, TicketId ticket) {
        return session.list(
                "select staff, since from {follow} where ticket = ? and kind = ? order by since, staff",
                row -> new Follower(StaffId.of(row.text()), row.instant()),
                ticket.value(),
                kind.name());
    }
}
