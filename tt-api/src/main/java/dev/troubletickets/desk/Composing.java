// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.Onlooker;
import java.util.List;

/**
 * Writing an answer where colleagues are about (B6, G7). A lock is a lease that expires by the clock; presence is advice and hinders
 * nobody; drafts stay with the ticket whoever it is assigned to. None of these changes the ticket or makes a page stale.
 */
public interface Composing {
    /**
     * Locks the ticket to the technician for the installation's {@linkplain dev.troubletickets.settings.Settings#lockMinutes lease}, or
     * renews their lock; call it when the form opens and again while somebody writes. A pick-up locks as well; an answer ends the lock,
     * unless it keeps the ticket open.
     *
     * @throws dev.troubletickets.failure.LockedByAnother if a colleague's lock is in force
     */
    Lock lock(TicketRef ticket);

    /**
     * Ends the lock that is in force; another's only with the permission {@link dev.troubletickets.rights.Permission#UNBLOCK}, and the
     * history tells.
     *
     * @throws dev.troubletickets.failure.NotPermitted if there is none, or it is another's and the permission is missing
     */
    void unblock(TicketRef ticket);

    /** Says that the technician looks at the ticket, or types, and tells which colleagues have done so in the last minute. */
    List<Onlooker> look(TicketId ticket, boolean typing);

    /**
     * Keeps an unsent text; the author's later draft replaces it, an answer or a blank text ends it. Colleagues who see the ticket can
     * read it.
     *
     * @throws dev.troubletickets.failure.Invalid if it has control characters, as an answer may not
     * @throws dev.troubletickets.failure.OverLimit if it is longer than an answer may be
     */
    void saveDraft(TicketId ticket, String text);
}
