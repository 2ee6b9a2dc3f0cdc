// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Codes;
import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.spi.storage.CollaboratorStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class SqlCollaboratorStore implements CollaboratorStore {
    private final Session session;

    public SqlCollaboratorStore(Session session) {
        this.session = session;
    }

    @Override
    public void invite(TicketId ticket, Invited invited) {
        session.later(
                session.dialect().upsert("collaborator", "staff, ticket", "rights, since", Codes.marks(4)),
                invited.staff().value(),
                ticket.value(),
                invited.right().name(),
                invited.since());
    }

    @Override
    public void dismiss(TicketId ticket, StaffId staff) {
        session.later("delete from {collaborator} where staff = ? and ticket = ?", staff.value(), ticket.value());
    }

    @Override
    public List<Invited> of(TicketId ticket) {
        return session.list(
                "select staff, rights, since from {collaborator} where ticket = ? order by since, staff",
                row -> new Invited(StaffId.of(row.text()), CollaboratorRight.valueOf(row.text()), row.instant()),
                ticket.value());
    }

    @Override
    public Map<TicketId, Instant> tickets(StaffId staff) {
        Map<TicketId, Instant> since = new HashMap<>();
        session.list(
                "select ticket, since from {collaborator} where staff = ?",
                row -> since.put(TicketId.of(row.number()), row.instant()) == null,
                staff.value());
        return since;
    }
}
