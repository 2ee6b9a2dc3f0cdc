// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.assign;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Fitness;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.PolicyApplied;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.settings.AssignmentPolicy;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.Find;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.TicketData.Header;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the technician for a ticket that has none (B14). Whose turn it was is kept with the queue and locked until the unit ends, so that two
 * tickets at once, on whatever nodes, are two turns.
 */
public final class AutoAssign {
    private static final int LAST_TICKETS = 20;

    private final Scope scope;
    private final Queue queue;
    private final List<StaffId> staff;
    private final Set<StaffId> fit;

    private AutoAssign(Scope scope, Queue queue) {
        this.scope = scope;
        this.queue = queue;
        List<StaffMember> members = scope.people().staff();
        staff = members.stream().map(StaffMember::id).toList();
        fit = Fitness.candidates(scope, members, queue);
    }

    /** Whom the queue's policy has found, or that it has found nobody; empty where tickets are assigned by hand, as on a reseller's side. */
    public static Optional<PolicyApplied> choose(Scope scope, Header ticket, QueueId queue) {
        return scope.installation()
                .find(queue)
                .filter(found -> found.settings().assignment() != AssignmentPolicy.MANUAL)
                .filter(found -> scope.providersSide().holds(ticket.reseller()))
                .map(found -> new AutoAssign(scope, found).chosen(ticket));
    }

    private PolicyApplied chosen(Header ticket) {
        if (fit.isEmpty()) {
            return nobody("no technician of the queue can answer");
        }
        return switch (queue.settings().assignment()) {
            case MANUAL -> throw new IllegalStateException("assigned by hand");
            case ROUND_ROBIN -> roundRobin();
            case LEAST_LOADED -> leastLoaded();
            case LAST_TECHNICIAN -> lastTechnician(ticket);
        };
    }

    private PolicyApplied roundRobin() {
        Optional<StaffId> last = scope.stores().queues().lockTurn(queue.id());
        StaffId next = inTurn(last).findFirst().orElseThrow();
        scope.stores().queues().turn(queue.id(), next);
        return found(next, last.map(id -> "next in turn after " + id).orElse("the first in turn"));
    }

    private PolicyApplied leastLoaded() {
        Optional<StaffId> last = scope.stores().queues().lockTurn(queue.id());
        Map<StaffId, Long> inHand = scope.stores().tickets().inHand(fit);
        StaffId least = Turns.leastLoaded(inTurn(last), inHand).orElseThrow();
        scope.stores().queues().turn(queue.id(), least);
        return found(least, "with " + inHand.getOrDefault(least, 0L) + " in hand the least loaded of " + fit.size());
    }

    private PolicyApplied lastTechnician(Header ticket) {
        return lastTickets(ticket)
                .filter(fit::contains)
                .findFirst()
                .map(last -> found(last, "had the customer's ticket before"))
                .orElseGet(() -> nobody("no technician of the queue had a ticket of this customer"));
    }

    /** Who had them, the last first. */
    private Stream<StaffId> lastTickets(Header ticket) {
        TicketCriteria all = TicketCriteria.of(Access.ofTheDesk());
        TicketCriteria theirs = ticket.account() == null
                ? all.find(new Find.ByRequester(ticket.requester())).order(SortKey.ID, true)
                : all.find(new Find.ByAccount(ticket.account())).order(SortKey.LAST_MESSAGE, true);
        return scope.stores().tickets().list(theirs.page(Optional.empty(), LAST_TICKETS)).stream()
                .flatMap(listed -> Stream.ofNullable(listed.ticket().state().assignee()));
    }

    private Stream<StaffId> inTurn(Optional<StaffId> last) {
        return Turns.order(staff, last).stream().filter(fit::contains);
    }

    private PolicyApplied found(StaffId technician, String because) {
        return new PolicyApplied(queue.id(), queue.settings().assignment(), Optional.of(technician), because);
    }

    private PolicyApplied nobody(String because) {
        return new PolicyApplied(queue.id(), queue.settings().assignment(), Optional.empty(), because);
    }
}
