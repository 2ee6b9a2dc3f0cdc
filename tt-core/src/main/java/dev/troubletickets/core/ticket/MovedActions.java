// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.ActionsMoved;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.spi.storage.ScheduledData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.ScheduledAction;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What is scheduled for a ticket that is merged is done to the other (A12, G9). Where that one is another customer's, answers stay behind,
 * for whom they were meant; they are refused should their time come before the merge is undone.
 */
final class MovedActions {
    private MovedActions() {}

    /**
     * @return those that have moved
     * @throws OverLimit if the other has more of them then than a ticket may have
     */
    static List<Long> join(Scope scope, Case source, Case into, boolean apart) {
        List<Long> moved = move(
                scope,
                source.before(),
                into,
                action -> !apart || action.action().kind() != ScheduledAction.Kind.ANSWER);
        source.schedules(-moved.size());
        if (!moved.isEmpty() && into.scheduled() > ScheduleActions.MOST) {
            throw new OverLimit("scheduled", ScheduleActions.MOST);
        }
        return moved;
    }

    /**
     * Those of them that are still there are the other's again.
     *
     * @return how many the ticket has less now
     */
    static int leave(Scope scope, Collection<Long> actions, TicketData from, Case to) {
        return actions.isEmpty()
                ? 0
                : move(scope, from, to, action -> actions.contains(action.id())).size();
    }

    private static List<Long> move(Scope scope, TicketData from, Case to, Predicate<ScheduledData> which) {
        if (from.scheduled() == 0) {
            return List.of();
        }
        List<Long> moved = scope.stores().schedule().of(from.id()).stream()
                .filter(which)
                .map(ScheduledData::id)
                .filter(id -> scope.stores().schedule().move(id, to.id()))
                .toList();
        if (!moved.isEmpty()) {
            to.schedules(moved.size()).happened(new ActionsMoved(from.id(), moved));
        }
        return moved;
    }
}
