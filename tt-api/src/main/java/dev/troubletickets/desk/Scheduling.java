// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.command.Answer;
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
     * Gives an answer at a time (G8), whole: with files, CC, note and what becomes of the ticket. Like {@link ScheduledAction#answer}, it
     * is not given if the customer acts first. Then, or if it is refused when its time comes, it stays on the ticket's page with the
     * reason, until somebody takes it back or cancels it. Its texts and files are held against the limits now, not again then.
     *
     * @throws dev.troubletickets.failure.Invalid if the time is not ahead, or more than ten years, or a file cannot be read
     * @throws dev.troubletickets.failure.OverLimit if the ticket has 20, or for larger texts or files, or more of them, than the
     *     installation takes
     * @throws dev.troubletickets.failure.NotPermitted without the permission to answer or a staff profile
     */
    ScheduledId answerAt(Instant time, TicketRef ticket, Answer answer);

    /**
     * Takes an answer back that has not left yet, held, to leave at a time, or refused (G8), and gives it back whole for the form it came
     * from; its files are in memory. Of an answer that leaves at the same moment, either this or the leaving happens. Whoever gave it can do
     * so as long as they see the ticket; a colleague needs the permission {@link dev.troubletickets.rights.Permission#CANCEL_SCHEDULED}.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket the technician sees: it has left, or was taken back
     */
    Answer takeBack(ScheduledId answer);

    /**
     * Takes an action back, or a refused one off the page. What a colleague has scheduled needs the permission {@link
     * dev.troubletickets.rights.Permission#CANCEL_SCHEDULED}.
     *
     * @throws dev.troubletickets.failure.NotFound if there is none such in a ticket the technician sees
     */
    void cancel(ScheduledId action);
}
