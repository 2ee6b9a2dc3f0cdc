// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** Who is at a ticket, and what they have not sent yet (G7). One row a ticket and technician each; gone with the ticket. */
public interface PresenceStore {
    /** Replaces what was known of that technician at that ticket. */
    void seen(Presence presence);

    /** Who has been seen at the ticket at that time or later, in no order. */
    List<Presence> seenSince(TicketId ticket, Instant from);

    /** Forgets who was last seen before that time. */
    void forgetBefore(Instant time);

    /** Replaces that technician's draft. */
    void save(DraftData draft);

    /** By author. */
    List<DraftData> drafts(TicketId ticket);

    void discard(TicketId ticket, StaffId author);

    record Presence(TicketId ticket, StaffId staff, Instant at, boolean typing) {}

    record DraftData(TicketId ticket, StaffId author, Instant savedAt, String text) {}
}
