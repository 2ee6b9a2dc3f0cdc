// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.WatcherAdded;
import dev.troubletickets.event.TicketEvent.WatcherRemoved;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Whoever keeps an eye on a ticket that is merged does so on the other from then on (B13, G10). What they followed stays noted, so that it
 * is as before once the merge is undone.
 */
final class Followers {
    private Followers() {}

    /** Has them follow the other, too; those who had not done so before. */
    static List<Joined> join(Scope scope, TicketId source, Case into) {
        FollowStore follows = scope.stores().follows();
        List<Joined> joined = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<Follower> there = follows.followers(kind, into.id());
            for (Follower each : follows.followers(kind, source)) {
                if (there.stream().noneMatch(other -> other.staff().equals(each.staff()))) {
                    follows.add(kind, each, into.id());
                    joined.add(new Joined(kind, each.staff(), each.since()));
                }
            }
        }
        List<Joined> watchers =
                joined.stream().filter(each -> each.kind() == Kind.WATCH).toList();
        if (follows.followers(Kind.WATCH, into.id()).size() > FollowTicket.MOST_WATCHERS) {
            throw new OverLimit("watchers", FollowTicket.MOST_WATCHERS);
        }
        watchers.forEach(each -> into.happened(new WatcherAdded(each.staff())));
        return joined;
    }

    /** Those who watch the ticket and may see the one that is being made of it; each is told of there. */
    static List<Joined> watching(Scope scope, Access access, TicketId source, Case made) {
        List<Joined> watchers = new ArrayList<>();
        for (Follower each : scope.stores().follows().followers(Kind.WATCH, source)) {
            if (scope.people().staff(each.staff()).isPresent()
                    && access.staff(scope, each.staff()).sees(made.data())) {
                made.happened(new WatcherAdded(each.staff()));
                watchers.add(new Joined(Kind.WATCH, each.staff(), each.since()));
            }
        }
        return watchers;
    }

    static void follow(Scope scope, List<Joined> who, TicketId ticket) {
        who.forEach(
                each -> scope.stores().follows().add(each.kind(), new Follower(each.staff(), each.since()), ticket));
    }

    /** True if they follow that ticket, too. */
    static boolean follows(Scope scope, Joined joined, TicketId ticket) {
        return scope.stores().follows().followers(joined.kind(), ticket).stream()
                .anyMatch(each -> each.staff().equals(joined.staff()));
    }

    /** Those who have not begun to follow it anew since do so no longer. */
    static void leave(Scope scope, List<Joined> joined, Case from) {
        FollowStore follows = scope.stores().follows();
        for (Joined each : joined) {
            if (follows.followers(each.kind(), from.id()).contains(new Follower(each.staff(), each.since()))) {
                follows.remove(each.kind(), each.staff(), from.id());
                if (each.kind() == Kind.WATCH) {
                    from.happened(new WatcherRemoved(each.staff()));
                }
            }
        }
    }

    /** One who has come to follow a ticket by a merge. */
    record Joined(Kind kind, StaffId staff, Instant since) {}
}
