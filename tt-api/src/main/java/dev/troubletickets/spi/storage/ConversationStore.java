// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Messages and history of tickets: added, and never changed but for the text of a message and the ticket it is shown in. */
public interface ConversationStore {
    /**
     * Adds a message with the facts of its attachments; their bytes are where {@link FileStore} says, which is asked for them before
     * ({@link FileStore#want}).
     *
     * @throws WriteConflict at the latest on commit, if there is a message of that id already, or a file that {@link FileStore} does not know
     */
    void add(MessageData message);

    void add(HistoryEntry entry);

    /**
     * Replaces the text of a message and says when (A16); everything else of it stays. Without effect if there is none such. Who changes
     * one writes the ticket's next version in the same unit, so that of two at once the second fails there.
     */
    void changeText(MessageId message, String text, Instant editedAt);

    /**
     * The public messages shown in any of these tickets; those of one ticket's numbering by their numbers. Notes are not read at all.
     */
    List<MessageData> publicMessages(Collection<TicketId> shownIn);

    default List<MessageData> publicMessages(TicketId shownIn) {
        return publicMessages(List.of(shownIn));
    }

    /**
     * All messages shown in any of these tickets; those of one ticket's numbering by version, within one the public message before the
     * note.
     */
    List<MessageData> allMessages(Collection<TicketId> shownIn);

    default List<MessageData> allMessages(TicketId shownIn) {
        return allMessages(List.of(shownIn));
    }

    /**
     * Shows a message in another ticket.
     *
     * @return false, having written nothing, if it is not there or is not shown in {@code from}
     * @throws WriteConflict at the latest on commit, if the other ticket is not there
     */
    boolean show(MessageId message, TicketId from, TicketId in);

    Optional<MessageData> find(MessageId id);

    /**
     * Where the message is shown that a mail with this Message-ID brought or carries, of those that the ticket has numbered; the newest, if
     * there are several. Compared exactly.
     */
    Optional<TicketId> shownIn(TicketId numberedBy, String messageId);

    /** The Message-IDs of the newest public messages shown in any of these tickets that have one, at most {@code limit}, oldest first. */
    List<String> lastMessageIds(Collection<TicketId> shownIn, int limit);

    /** The lines of each ticket oldest first. */
    List<HistoryEntry> history(Collection<TicketId> tickets);

    default List<HistoryEntry> history(TicketId ticket) {
        return history(List.of(ticket));
    }

    /** The last line of each ticket's history; none for a ticket without. */
    Map<TicketId, HistoryEntry> lastLines(Set<TicketId> tickets);

    /** Remembers how many messages, notes included, the technician has read; a lower number than remembered changes nothing. */
    void markRead(TicketId ticket, StaffId reader, int messages);

    /** Whoever has read so many messages of one ticket has read so many of the other; a lower number than remembered changes nothing. */
    void carryRead(TicketId from, int read, TicketId to, int messages);

    /** Moves the marks of all who have read so far on from {@code before} to {@code after}. */
    void advanceRead(TicketId ticket, int before, int after);

    /** Moves the technician's mark on from {@code before} to {@code after}; one who has not read so far yet stays where they are. */
    void advanceRead(TicketId ticket, StaffId reader, int before, int after);
}
