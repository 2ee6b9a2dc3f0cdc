// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.TaskData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/** What a ticket has to do with its tasks (E7): while one is open, it does not close by itself (G5). */
public final class TicketTasks {
    private static final int MOST_OPEN = 20;
    private static final int MOST = 100;

    private TicketTasks() {}

    /** A task was created for the ticket, or is open again; {@code event} says so. */
    public static void opened(Scope scope, Actor actor, Case ticket, TicketEvent event) {
        ticket.tallies().task(1);
        ticket.happened(event).takeByItself(new Step.SuspendsAutoClose());
        requireRoom(scope, ticket);
        ticket.save(actor);
    }

    /** A task of the ticket is done, whether or not the one who did it sees the ticket. */
    public static void done(Scope scope, Actor actor, TicketId id, TicketEvent event) {
        Case ticket = find(scope, id);
        ticket.tallies().task(-1);
        resume(ticket.happened(event));
        ticket.save(actor);
    }

    /** The ticket of a task, which may be nobody's who works on the task. */
    public static Case find(Scope scope, TicketId id) {
        return scope.stores()
                .tickets()
                .find(id)
                .map(ticket -> Case.of(scope, ticket))
                .orElseThrow(() -> new WriteConflict("ticket " + id + " is gone"));
    }

    /**
     * The tasks of a ticket that is merged go to the other (A12), done ones, too.
     *
     * @return those that have moved
     * @throws OverLimit if the other has more of them then than a ticket may have
     */
    static List<Long> join(Scope scope, Case source, Case into) {
        List<TaskData> moved = move(scope, source.id(), into, task -> true);
        if (!moved.isEmpty()) {
            source.tallies().task(-open(moved));
            into.takeByItself(new Step.SuspendsAutoClose());
            requireRoom(scope, into);
        }
        return ids(moved);
    }

    /**
     * Those of them that are still there are the other's again.
     *
     * @return how many open ones the ticket has less now
     */
    static int leave(Scope scope, Collection<Long> tasks, TicketData from, Case to) {
        return tasks.isEmpty()
                ? 0
                : open(move(
                        scope, from.id(), to, task -> tasks.contains(task.id().value())));
    }

    /** The time to close begins anew, if the last open task was done or went elsewhere. */
    static void resume(Case ticket) {
        if (ticket.tallies().tasks() == 0) {
            ticket.takeByItself(new Step.ResumesAutoClose());
        }
    }

    private static List<TaskData> move(Scope scope, TicketId from, Case to, Predicate<TaskData> which) {
        List<TaskData> moved =
                scope.stores().tasks().of(from).stream().filter(which).toList();
        moved.forEach(task -> {
            if (!scope.stores().tasks().update(task.in(to.id()))) {
                throw new WriteConflict("task " + task.id() + " has moved on");
            }
        });
        if (!moved.isEmpty()) {
            to.tallies().task(open(moved));
            to.happened(new TicketEvent.TasksMoved(from, ids(moved)));
        }
        return moved;
    }

    private static void requireRoom(Scope scope, Case ticket) {
        if (ticket.tallies().tasks() > MOST_OPEN) {
            throw new OverLimit("ticketTasks", MOST_OPEN);
        }
        if (scope.stores().tasks().of(ticket.id()).size() > MOST) {
            throw new OverLimit("ticketTasks", MOST);
        }
    }

    private static int open(List<TaskData> tasks) {
        return (int) tasks.stream().filter(TaskData::isOpen).count();
    }

    private static List<Long> ids(List<TaskData> tasks) {
        return tasks.stream().map(task -> task.id().value()).toList();
    }
}
