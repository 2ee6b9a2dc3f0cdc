// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tickets: kept one by one under a version, found by typed criteria. A merged ticket is in no list, count or timer, except that lists
 * and counts for a customer or reseller hold those that are kept apart.
 */
public interface TicketStore {
    /** A number nobody else has got or will get; numbers may be left out, never given twice. */
    TicketId nextId();

    /**
     * Keeps a new ticket, with version 1.
     *
     * @throws WriteConflict at the latest on commit, if its number is taken or its queue is gone
     */
    void insert(TicketData ticket);

    Optional<TicketData> find(TicketId id);

    /** The tickets that were merged into any of these, themselves and not by way of others; by id. */
    List<TicketData> mergedInto(Collection<TicketId> targets);

    /**
     * Replaces the ticket of that id if its version is still {@code ticket.version() - 1}. The customer's read mark never goes back: the
     * larger of the stored and the given one is kept. Lock and weight stay as they are stored.
     *
     * @return false, having written nothing, if the version has moved or the ticket is gone
     * @throws WriteConflict at the latest on commit, if its queue is gone
     */
    boolean update(TicketData ticket);

    /**
     * Replaces the clock of the ticket of that id if its version is still that one; the version stays.
     *
     * @return false, having written nothing, if the version has moved or the ticket is gone
     */
    boolean setClock(TicketId id, long version, AnswerClock clock);

    /** Raises the customer's read mark to that many messages if it is lower; the version stays. */
    void markReadByCustomer(TicketId id, int messages);

    /** Gives or renews a lock, unless another holds one that is in force; the version stays. */
    void lock(TicketId id, Lock lock, Instant now);

    /** Takes the lock away, whoever holds it; the version stays. */
    void unlock(TicketId id);

    /** Replaces the ticket's weight; the version stays. Without effect on a ticket that is gone. */
    void weigh(TicketId id, TicketData.Weight weight);

    /** From now on {@link #lockToWeigh} finds the account's active tickets. */
    void forgetWeights(AccountId account);

    /**
     * Up to {@code limit} active tickets whose weight was made by rules of a version before that one, locked until this unit ends; those
     * locked by other units are passed over.
     */
    List<TicketData> lockToWeigh(long rules, int limit);

    /**
     * Removes the ticket with the messages that are shown in it, read marks, presence, drafts, attachments, thread ids and outgoing mails,
     * and empties the stored originals of mails that went into it. The lines of its history stay for the feed, by the system and without
     * data.
     *
     * @return false if there is none
     * @throws WriteConflict at the latest on commit, if a ticket is merged into it
     */
    boolean delete(TicketId id);

    /** The tickets that fit, in the criteria's order. Equal sort keys stand by id in the same direction. */
    List<ListedTicket> list(TicketCriteria criteria);

    /** How many fit; cursor, limit, sort and reader play no part. */
    long count(TicketCriteria criteria);

    /** The same, counted no further than to {@code most}. */
    long count(TicketCriteria criteria, int most);

    /** The resellers of the tickets that may be seen, by id, at most {@code limit}. */
    List<ResellerId> resellers(Visibility visibility, int limit);

    /** Active tickets of what may be seen, grouped; {@code me} tells mine from others'. */
    List<ActiveCount> countActive(Visibility visibility, StaffId me);

    /** How many new and open tickets each of them is assigned, snoozed ones apart; those without any may be left out (B14). */
    Map<StaffId, Long> inHand(Set<StaffId> staff);

    /** The tickets of which that timer is due, oldest first, locked until this unit ends; those locked by other units are passed over. */
    List<TicketData> lockDue(Timer timer, Instant now, int limit);

    /**
     * The tickets of the queue whose clock was derived from terms of a lower number, locked until this unit ends; those locked by other
     * units are passed over, and so are those whose clock has no terms.
     */
    List<TicketData> lockOutdated(QueueId queue, long terms, int limit);

    /** Up to {@code limit} tickets of the queue, merged ones too, by id, and then those of which it has a part alone (B5), by id. */
    List<TicketData> inQueue(QueueId queue, int limit);

    /**
     * @param unread something in it is unread by the criteria's reader; false without one
     * @param relevance its sort key, where that is the order; else 0
     */
    record ListedTicket(TicketData ticket, boolean unread, long relevance) {}

    record ActiveCount(QueueId queue, Status status, Assigned assigned, boolean snoozed, long tickets) {}

    /** What happens to a ticket by itself at a time that its state or its clock holds. */
    enum Timer {
        /** At {@code autoCloseAt}. */
        AUTO_CLOSE,
        /** At {@code closeWarningAt}. */
        CLOSE_WARNING,
        /** At {@code snoozedUntil}. */
        WAKE,
        /** At the clock's {@code escalatesAt}. */
        ESCALATION
    }

    enum Assigned {
        ME,
        NOBODY,
        ANOTHER
    }
}
