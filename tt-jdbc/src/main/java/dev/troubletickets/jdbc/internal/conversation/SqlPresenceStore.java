// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc.internal.conversation;

import dev.troubletickets.jdbc.internal.sql.Session;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.PresenceStore;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;

public final class SqlPresenceStore implements PresenceStore {
    private final Session session;

    public SqlPresenceStore(Session session) {
        this.session = session;
    }

    @Override
    public void seen(Presence presence) {
        session.later(
                session.dialect().upsert("presence", "ticket, staff", "seen_at, typing", "?, ?, ?, ?"),
                presence.ticket().value(),
                presence.staff().value(),
                presence.at(),
                presence.typing());
    }

    @Override
    public List<Presence> seenSince(TicketId ticket, Instant from) {
        return session.list(
                "select staff, seen_at, typing from {presence} where ticket = ? and seen_at >= ?",
                row -> new Presence(ticket, StaffId.of(row.text()), row.instant(), row.flag()),
                ticket.value(),
                from);
    }

    @Override
    public void forgetBefore(Instant time) {
        session.later("delete from {presence} where seen_at < ?", time);
    }

    @Override
    public void save(DraftData draft) {
        session.later(
                session.dialect().upsert("draft", "ticket, staff", "saved_at, content", "?, ?, ?, ?"),
                draft.ticket().value(),
                draft.author().value(),
                draft.savedAt(),
                draft.text());
    }

    @Override
    public List<DraftData> drafts(TicketId ticket) {
        return session.list(
                "select staff, saved_at, content from {draft} where ticket = ? order by staff",
                row -> new DraftData(ticket, StaffId.of(row.text()), row.instant(), row.text()),
                ticket.value());
    }

    @Override
    public void discard(TicketId ticket, StaffId author) {
        session.later("delete from {draft} where ticket = ? and staff = ?", ticket.value(), author.value());
    }
}
