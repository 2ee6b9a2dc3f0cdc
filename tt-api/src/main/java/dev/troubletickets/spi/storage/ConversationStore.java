// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages and history of tickets: added, and never changed but for the text of a message. */
public interface ConversationStore {
    /**
     * Adds a message with the facts of its attachments; their bytes go to {@link AttachmentStore}.
     *
     * @throws WriteConflict at the latest on commit, if there is a message of that id already
     */
    void add(MessageData message);

    void add(HistoryEntry entry);

    /**
     * Replaces the text of a message and says when (A16); everything else of it stays. Without effect if there is none such. Who changes
     * one writes the ticket's next version in the same unit, so that of two at once the second fails there.
     */
    void changeText(MessageId message, String text, Instant editedAt);

    /** The ticket's public messages, oldest first. Notes are not read at all. */
    List<MessageData> publicMessages(TicketId ticket);

    /** All messages, oldest first: by version, within one the public message before the note. */
    List<MessageData> allMessages(TicketId ticket);

    Optional<MessageData> find(MessageId id);

    /** The Message-IDs of the newest public messages that have one, at most {@code limit}, oldest first. */
    List<String> lastMessageIds(TicketId ticket, int limit);

    /** Oldest first. */
    List<HistoryEntry> history(TicketId ticket);

    /** The last line of each ticket's history; none for a ticket without. */
    Map<TicketId, HistoryEntry> lastLines(Set<TicketId> tickets);

    /** Remembers how many messages, notes included, the technician has read; a lower number than remembered changes nothing. */
    void markRead(TicketId ticket, StaffId reader, int messages);

    /** Moves the technician's mark on from {@code before} to {@code after}; one who has not read so far yet stays where they are. */
    void advanceRead(TicketId ticket, StaffId reader, int before, int after);
}
