// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.settings.PredefinedReply;
import dev.troubletickets.settings.PredefinedReplyId;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Predefined replies (F4). Who creates or changes one holds {@link QueueStore#lockAll}, which keeps titles apart and queues alive.
 * Those of a deleted queue go with it.
 */
public interface PredefinedReplyStore {
    PredefinedReplyId create(PredefinedReply.Content content);

    Optional<PredefinedReply> find(PredefinedReplyId id);

    /** The reply of that queue, or for all if empty, with this title, without regard to case. */
    Optional<PredefinedReplyId> findByTitle(Optional<QueueId> queue, String title);

    /**
     * Those of these queues first, then those for all; each by title in lower case, then by id. Only those whose title or text has each
     * of the words, without regard to case; no character of a word is special.
     */
    List<PredefinedReply> search(Set<QueueId> queues, List<String> words, int limit);

    long count();

    /** Without effect if there is none such. */
    void change(PredefinedReply reply);

    /** @return false if there is none such */
    boolean delete(PredefinedReplyId id);
}
