// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.WatcherAdded;
import dev.troubletickets.event.TicketEvent.WatcherRemoved;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.FollowStore;
import dev.troubletickets.spi.storage.FollowStore.Follower;
import dev.troubletickets.spi.storage.FollowStore.Kind;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Favourites, which are one's own affair (B13), and watchers, of whom the history tells (G10). */
public final class FollowTicket {
    private static final int MOST_TICKETS = 1000;
    static final int MOST_WATCHERS = 50;

    private FollowTicket() {}

    /** Of a ticket that the technician has been found to see. */
    public static void favour(Scope scope, Viewer.Staff staff, TicketId ticket) {
        FollowStore follows = scope.stores().follows();
        Map<TicketId, Instant> all = follows.tickets(Kind.FAVOURITE, staff.id());
        if (!all.containsKey(ticket)) {
            requireRoom("favourites", all.size(), MOST_TICKETS);
            follows.add(Kind.FAVOURITE, new Follower(staff.id(), scope.now()), ticket);
        }
    }

    public static void watch(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        requireRight(staff, technician);
        Colleagues.require(scope, staff, technician, ticket.header().reseller());
        FollowStore follows = scope.stores().follows();
        List<Follower> watchers = follows.followers(Kind.WATCH, ticket.id());
        if (isAmong(watchers, technician)) {
            return;
        }
        requireRoom("watchers", watchers.size(), MOST_WATCHERS);
        requireRoom("watched", follows.tickets(Kind.WATCH, technician).size(), MOST_TICKETS);
        ticket.happened(new WatcherAdded(technician)).save(staff.actor());
        follows.add(Kind.WATCH, new Follower(technician, scope.now()), ticket.id());
    }

    /** Also for a technician whom the host no longer knows. */
    public static void unwatch(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        requireRight(staff, technician);
        FollowStore follows = scope.stores().follows();
        if (isAmong(follows.followers(Kind.WATCH, ticket.id()), technician)) {
            ticket.happened(new WatcherRemoved(technician)).save(staff.actor());
            follows.remove(Kind.WATCH, technician, ticket.id());
        }
    }

    private static void requireRight(Viewer.Staff staff, StaffId technician) {
        if (!technician.equals(staff.id())) {
            staff.require(Permission.ASSIGN_TO_OTHERS);
        }
    }

    private static boolean isAmong(List<Follower> followers, StaffId technician) {
        return followers.stream().anyMatch(each -> each.staff().equals(technician));
    }

    private static void requireRoom(String limit, int there, int most) {
        if (there >= most) {
            throw new OverLimit(limit, most);
        }
    }
}
