// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.lifecycle.Standing;
import dev.troubletickets.people.EmailAddress;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is needed to undo a merge. When an earlier one is undone, or one further down, it is rewritten to what it would be without that.
 *
 * @param before the ticket that the source was merged into, as it was
 * @param made the same as the merge made it
 * @param cc whom the merge has added
 * @param followers who has come to follow the ticket by it
 * @param actions that were scheduled for the source and have moved
 * @param tasks of the source, that have moved (E7)
 * @param lost what it was before cannot be told any more
 */
record MergeRecord(
        TicketId source,
        Mark before,
        Mark made,
        Set<EmailAddress> cc,
        List<Followers.Joined> followers,
        List<Long> actions,
        List<Long> tasks,
        boolean lost) {
    static MergeRecord of(TicketId source, Case into, List<Followers.Joined> followers, Moved moved) {
        TicketData before = into.before();
        TicketData after = into.data();
        Set<EmailAddress> cc = after.header().cc().stream()
                .filter(address -> !before.header().cc().contains(address))
                .collect(Collectors.toSet());
        return new MergeRecord(
                source, Mark.of(before), Mark.of(after), cc, followers, moved.actions(), moved.tasks(), false);
    }

    MergeRecord between(Mark from, Mark to) {
        return new MergeRecord(source, from, to, cc, followers, actions, tasks, lost);
    }

    /** The ticket's time to close has stood still for so long. */
    MergeRecord later(Duration away) {
        return between(
                before.standing(before.standing().later(away)),
                made.standing(made.standing().later(away)));
    }

    MergeRecord asLost() {
        return new MergeRecord(source, before, made, cc, followers, actions, tasks, true);
    }

    MergeRecord with(EmailAddress address) {
        Set<EmailAddress> all = new LinkedHashSet<>(cc);
        all.add(address);
        return new MergeRecord(source, before, made, all, followers, actions, tasks, lost);
    }

    MergeRecord with(Followers.Joined follower) {
        List<Followers.Joined> all =
                Stream.concat(followers.stream(), Stream.of(follower)).toList();
        return new MergeRecord(source, before, made, cc, all, actions, tasks, lost);
    }

    MergeRecord without(Set<EmailAddress> addresses, List<Followers.Joined> gone) {
        Set<EmailAddress> rest = new LinkedHashSet<>(cc);
        rest.removeAll(addresses);
        List<Followers.Joined> others =
                followers.stream().filter(each -> !gone.contains(each)).toList();
        return new MergeRecord(source, before, made, rest, others, actions, tasks, lost);
    }

    /** What has come along with the source. */
    record Moved(List<Long> actions, List<Long> tasks) {}

    /** Of a ticket that took part. */
    record Mark(Standing standing, Instant lastMessageAt, int messages, int publicMessages, int notes) {
        static Mark of(TicketData ticket) {
            TicketState state = ticket.state();
            return new Mark(
                    Standing.of(state),
                    ticket.activity().lastMessageAt(),
                    state.messages(),
                    state.publicMessages(),
                    state.notes());
        }

        Mark standing(Standing other) {
            return new Mark(other, lastMessageAt, messages, publicMessages, notes);
        }

        Mark lastMessageAt(Instant other) {
            return new Mark(standing, other, messages, publicMessages, notes);
        }

        /** Messages up to there are those of merges that were undone. */
        Mark messages(int other) {
            return new Mark(standing, lastMessageAt, other, publicMessages, notes);
        }
    }
}
