// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.ticket.ScheduledAction;
import dev.troubletickets.ticket.ScheduledId;
import dev.troubletickets.ticket.TicketRef;
import java.time.Instant;

/**
 * Actions on tickets at a time (G9), taken by the background in the technician's name, with the permissions and the sight they have then.
 * What is refused then is told in the history and on the ticket's page, and not tried again. A ticket has at most 20, refused ones that
 * nobody has taken away counted.
 */
public interface Scheduling {
    /**
     * @throws dev.troubletickets.failure.Invalid if the time is not ahead, or more than ten years, for a text that cannot be taken, or a
     *     technician whom the host does not know
     * @throws dev.troubletickets.failure.OverLimit if the ticket has 20, or for a text larger than the installation takes
     * @throws dev.troubletickets.failure.NotPermitted for an answer, without the permission to answer or a staff profile; for an
     *     assignment to somebody else, without the permission for that
     */
    ScheduledId at(Instant time, TicketRef ticket, ScheduledAction action);

    /**
     * Takes an action back, or a refused one off the page. What a colleague has scheduled needs the permission {@link
     * dev.troubletickets.rights.Permission#CANCEL_SCHEDULED}.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket the technician sees
     */
    void cancel(ScheduledId action);
}
