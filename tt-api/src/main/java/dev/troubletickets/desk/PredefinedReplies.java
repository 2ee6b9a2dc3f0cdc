// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.desk;

import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

/**
 * Predefined replies (F4). A technician sees those for all queues and those of the queues they see; any other is {@code NotFound}.
 *
 * <p>Lists hold at most 100, those of a queue before those for all, each by title. Words are searched in titles and texts without regard to
 * case, and all of the first ten have to be there; blank words leave nothing out.
 *
 * <p>Creating, changing and deleting need {@link dev.troubletickets.rights.Permission#PREDEFINED_REPLIES}. There can be 1,000. Deleting a
 * queue deletes its replies.
 */
public interface PredefinedReplies {
    /** Those that fit the ticket: of its queue, and for all. */
    List<PredefinedReply> forTicket(TicketId ticket, String words);

    /** All that the technician sees. */
    List<PredefinedReply> search(String words);

    /**
     * The text for an answer in that ticket, with placeholders filled; nothing is said yet. {@code {{closes}}} is empty unless the ticket
     * is to close by itself.
     *
     * @throws dev.troubletickets.failure.NotFound for a ticket or a reply the technician does not see
     */
    String insert(TicketId ticket, PredefinedReplyId reply);

    /**
     * @throws dev.troubletickets.failure.Invalid if the queue has a reply of that title, there is no such queue, or the text names a
     *     placeholder that does not exist
     * @throws dev.troubletickets.failure.OverLimit if there are 1,000
     */
    PredefinedReplyId create(PredefinedReply.Content content);

    /**
     * @throws dev.troubletickets.failure.Invalid if the queue has another reply of that title, there is no such queue, or the text names
     *     a placeholder that does not exist
     */
    void change(PredefinedReplyId reply, PredefinedReply.Content content);

    void delete(PredefinedReplyId reply);
}
