// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which technicians are invited to which tickets (G10); {@link StaffStore#find} tells of them, too. Gone with the ticket. */
public interface CollaboratorStore {
    /**
     * Notes an invitation in place of the one that the technician has to the ticket, if any.
     *
     * @throws WriteConflict at the latest on commit, if there is no such ticket
     */
    void invite(TicketId ticket, Invited invited);

    /** Without effect for one who is not invited. */
    void dismiss(TicketId ticket, StaffId staff);

    /** Who is invited to the ticket, the longest first. */
    List<Invited> of(TicketId ticket);

    /** The tickets a technician is invited to, merged ones too, and since when. */
    Map<TicketId, Instant> tickets(StaffId staff);

    record Invited(StaffId staff, CollaboratorRight right, Instant since) {}
}
