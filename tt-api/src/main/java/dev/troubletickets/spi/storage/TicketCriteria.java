// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.search.Search;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Status;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which tickets, in which order, from where on, how many. All parts hold together.
 *
 * @param statuses any of these
 * @param archived only archived ones, or only others; any if empty
 * @param snoozed only snoozed ones, or only others; any if empty
 * @param unreadByCustomer only tickets with answers the customer has not read, if true
 * @param search what else is looked for (C2); its words among those of the titles, the public messages and, unless the visibility is a
 *     customer's or a reseller's, the notes of the ticket and of all that was merged into it, however many steps away (A12); for a customer
 *     or a reseller without what is kept apart. A message is where it is shown
 * @param reader whose unread marks to tell
 */
public record TicketCriteria(
        Visibility visibility,
        Set<Status> statuses,
        Assignment assignment,
        Optional<Boolean> archived,
        Optional<Boolean> snoozed,
        boolean unreadByCustomer,
        Optional<Find> find,
        Search search,
        Order order,
        Optional<Cursor> after,
        int limit,
        Optional<StaffId> reader) {
    public TicketCriteria {
        statuses = Set.copyOf(statuses);
    }

    /** Everything of what may be seen, the newest message first, 50. */
    public static TicketCriteria of(Visibility visibility) {
        return new TicketCriteria(
                visibility,
                EnumSet.allOf(Status.class),
                new Assignment.Anyone(),
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Search.everything(),
                new Order(SortKey.LAST_MESSAGE, true),
                Optional.empty(),
                50,
                Optional.empty());
    }

    public TicketCriteria statuses(Set<Status> values) {
        return with(draft -> draft.statuses = values);
    }

    public TicketCriteria assigned(Assignment value) {
        return with(draft -> draft.assignment = value);
    }

    public TicketCriteria archived(boolean value) {
        return with(draft -> draft.archived = Optional.of(value));
    }

    public TicketCriteria snoozed(boolean value) {
        return with(draft -> draft.snoozed = Optional.of(value));
    }

    public TicketCriteria onlyUnreadByCustomer() {
        return with(draft -> draft.unreadByCustomer = true);
    }

    public TicketCriteria find(Find value) {
        return with(draft -> draft.find = Optional.of(value));
    }

    public TicketCriteria search(Search value) {
        return with(draft -> draft.search = value);
    }

    public TicketCriteria order(SortKey key, boolean descending) {
        return with(draft -> draft.order = new Order(key, descending));
    }

    public TicketCriteria page(Optional<Cursor> start, int size) {
        return with(draft -> {
            draft.after = start;
            draft.limit = size;
        });
    }

    public TicketCriteria readBy(StaffId staff) {
        return with(draft -> draft.reader = Optional.of(staff));
    }

    private TicketCriteria with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.criteria();
    }

    /** The criteria while one of them is being replaced. */
    private static final class Draft {
        private final Visibility visibility;
        private Set<Status> statuses;
        private Assignment assignment;
        private Optional<Boolean> archived;
        private Optional<Boolean> snoozed;
        private boolean unreadByCustomer;
        private Optional<Find> find;
        private Search search;
        private Order order;
        private Optional<Cursor> after;
        private int limit;
        private Optional<StaffId> reader;

        Draft(TicketCriteria c) {
            visibility = c.visibility;
            statuses = c.statuses;
            assignment = c.assignment;
            archived = c.archived;
            snoozed = c.snoozed;
            unreadByCustomer = c.unreadByCustomer;
            find = c.find;
            search = c.search;
            order = c.order;
            after = c.after;
            limit = c.limit;
            reader = c.reader;
        }

        TicketCriteria criteria() {
            return new TicketCriteria(
                    visibility,
                    statuses,
                    assignment,
                    archived,
                    snoozed,
                    unreadByCustomer,
                    find,
                    search,
                    order,
                    after,
                    limit,
                    reader);
        }
    }

    /** In whose hands. */
    public sealed interface Assignment {
        record Anyone() implements Assignment {}

        record Nobody() implements Assignment {}

        record To(StaffId staff) implements Assignment {}

        /** The technician or one of the queues has a part of it, whoever is in charge (B5). */
        record PartOf(StaffId staff, Set<QueueId> queues) implements Assignment {
            public PartOf {
                queues = Set.copyOf(queues);
            }
        }
    }

    /** What a search looks for (C1). */
    public sealed interface Find {
        record ById(TicketId id) implements Find {}

        record ByRequester(EmailAddress address) implements Find {}

        /** Tied to this account (B13). */
        record ByAccount(AccountId account) implements Find {}

        /** One of these; nothing if there are none. */
        record Among(Set<TicketId> ids) implements Find {
            public Among {
                ids = Set.copyOf(ids);
            }
        }

        /** The words stand in the subject as they are, without regard to case; no character is special. */
        record BySubject(String words) implements Find {}
    }

    /**
     * What lists sort by. What is absent is the empty text. Texts compare by code points or a fixed collation, subject, category and
     * requester in lower case, ids as they are.
     */
    public enum SortKey {
        ID,
        SUBJECT,
        PRIORITY,
        CATEGORY,
        /** By {@link Status#rank}. */
        STATUS,
        CREATED,
        MODIFIED,
        LAST_MESSAGE,
        REQUESTER,
        ACCOUNT,
        RESELLER,
        QUEUE,
        ASSIGNEE,
        /** By {@link TicketData#lineRank}. */
        WEIGHT,
        /** When an answer is due; {@link #NEVER} where there is no due time. */
        DUE,
        /**
         * How well the ticket fits the words of the search, as the storage counts it; 0 without words. One that has all of them in its
         * title is before one that has none there.
         */
        RELEVANCE;

        /** Stands for no time, after all that there are. */
        public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    }

    public record Order(SortKey key, boolean descending) {}

    /**
     * The last row of the page before: its sort key and id. The key is a {@code Long} for ID, PRIORITY, STATUS, QUEUE, WEIGHT and
     * RELEVANCE, an {@code Instant} for times, a {@code String} for the others, in lower case but for ids.
     */
    public record Cursor(Comparable<?> key, TicketId id) {}
}
