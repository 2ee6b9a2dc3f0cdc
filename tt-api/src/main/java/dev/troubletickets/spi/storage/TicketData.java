// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.Subject;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is kept, without its conversation.
 *
 * @param version rises by one with every write of the ticket, lock and weight apart
 * @param scheduled how many actions are kept in {@link ScheduleStore} for it (G9)
 * @param tasks how many open tasks {@link TaskStore} has for it (E7)
 * @param merged what it was merged into (A12); absent while it stands by itself
 * @param lock the last lock that was given, perhaps no longer in force; not under the version (B6)
 * @param weight what rules have made of it; not under the version (B8)
 */
public record TicketData(
        TicketId id,
        long version,
        Header header,
        TicketState state,
        Activity activity,
        AnswerClock clock,
        int scheduled,
        int tasks,
        @Nullable Merged merged,
        @Nullable Lock lock,
        Weight weight) {
    private static final int SECONDS_A_POINT = 60;
    /** Since when those wait who wait for nothing: behind all others, however heavy. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * A ticket that stands by itself, whose answer has no clock, for which nothing is scheduled or to be done, that nobody has locked, and
     * that weighs nothing.
     */
    public TicketData(TicketId id, long version, Header header, TicketState state, Activity activity) {
        this(id, version, header, state, activity, AnswerClock.none(), 0, 0, null, null, Weight.NONE);
    }

    /** Since when it stands in line, in seconds; {@link #lineRank} is made of this and the weight. */
    public long inLineSince() {
        Instant since = state.waitingSince();
        return (since == null ? NEVER : since).getEpochSecond();
    }

    /**
     * What lists by weight sort by: 60 times the points of the rules, less {@link #inLineSince}; the heaviest has the most. All who wait
     * grow heavier alike, so it stays as it is while they wait.
     */
    public long lineRank() {
        return (long) SECONDS_A_POINT * weight.points - inLineSince();
    }

    public TicketData weighing(Weight value) {
        return new TicketData(id, version, header, state, activity, clock, scheduled, tasks, merged, lock, value);
    }

    /** The same as part of another, or standing by itself if null. */
    public TicketData merged(@Nullable Merged value) {
        return new TicketData(id, version, header, state, activity, clock, scheduled, tasks, value, lock, weight);
    }

    public TicketData locked(@Nullable Lock value) {
        return new TicketData(id, version, header, state, activity, clock, scheduled, tasks, merged, value, weight);
    }

    public TicketData scheduling(int actions) {
        return new TicketData(id, version, header, state, activity, clock, actions, tasks, merged, lock, weight);
    }

    /** The same with so many open tasks. */
    public TicketData withTasks(int open) {
        return new TicketData(id, version, header, state, activity, clock, scheduled, open, merged, lock, weight);
    }

    /** The same with another clock. */
    public TicketData with(AnswerClock value) {
        return new TicketData(id, version, header, state, activity, value, scheduled, tasks, merged, lock, weight);
    }

    public TicketData with(Activity value) {
        return new TicketData(id, version, header, state, value, clock, scheduled, tasks, merged, lock, weight);
    }

    /**
     * @param reseller the account's reseller when the account was set
     * @param cc who gets copies of answers
     */
    public record Header(
            Subject subject,
            EmailAddress requester,
            String requesterName,
            @Nullable AccountId account,
            @Nullable ResellerId reseller,
            @Nullable String service,
            @Nullable String category,
            @Nullable String summary,
            Set<EmailAddress> cc,
            Set<Tag> tags,
            Channel channel,
            Instant createdAt) {
        public Header {
            cc = Set.copyOf(cc);
            tags = Set.copyOf(tags);
        }
    }

    /**
     * @param modifiedAt of the last write
     * @param lastMessageAt of the last public message
     */
    public record Activity(Instant modifiedAt, Instant lastMessageAt) {}

    /**
     * What the rules have made of the ticket (B8). Written by {@link TicketStore#insert} and {@link TicketStore#weigh} alone: an update
     * leaves it as it is kept, so that who changes a ticket does not undo what was weighed meanwhile.
     *
     * @param points the sum of all rules, the bonus included
     * @param bonus what rules on submission gave; it stays, whatever the other rules become
     * @param rules the version of the rules that it was weighed by; 0 for none
     */
    public record Weight(int points, int bonus, long rules) {
        public static final Weight NONE = new Weight(0, 0, 0);
    }

    /**
     * That a ticket is part of another.
     *
     * @param into the ticket it was merged into, which may be merged itself
     * @param apart it belongs to another customer, who goes on seeing it as a ticket of its own
     */
    public record Merged(TicketId into, boolean apart) {}

    /** True if its customer sees it as a ticket of its own: it is not merged, or with the ticket of another customer. */
    public boolean standsByItself() {
        return merged == null || merged.apart();
    }
}
