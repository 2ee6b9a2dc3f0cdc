// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.command.MessageText;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.due.Promises;
import dev.troubletickets.core.work.Installations;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Holidays;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.settings.ServiceLevel;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.stream.Stream;

/**
 * What queues promise, and when they work (B9). Every change gives a queue's terms a new number; the background then derives the due times
 * of the tickets that wait there anew.
 */
public final class ServiceLevels {
    private ServiceLevels() {}

    public static ServiceLevel find(Scope scope, Viewer.Staff staff, QueueId queue) {
        staff.require(Permission.QUEUES);
        return Installations.promises(scope.stores())
                .of(existing(scope, queue).id())
                .level();
    }

    public static void save(Scope scope, Viewer.Staff staff, QueueId id, ServiceLevel level) {
        staff.require(Permission.QUEUES);
        scope.stores().queues().lockAll();
        Queue queue = existing(scope, id);
        requireSound(scope, level);
        Promises promises = Installations.promises(scope.stores());
        if (!promises.of(id).level().equals(level)) {
            Installations.save(
                    scope.stores(),
                    promises.change(queue, level, scope.settings().holidays(), scope.now()));
        }
    }

    /** The installation's holidays change: for queues that work always nothing does. */
    public static void holidaysChange(Scope scope, Holidays to) {
        if (!scope.settings().holidays().equals(to)) {
            calendarChanges(
                    scope,
                    scope.stores().queues().lockAll().stream()
                            .filter(queue -> queue.settings().workingTime().isPresent())
                            .toList());
        }
    }

    /** @param queues as they were */
    static void calendarChanges(Scope scope, List<Queue> queues) {
        Promises promises = Installations.promises(scope.stores());
        for (Queue queue : queues) {
            promises = promises.change(
                    queue, promises.of(queue.id()).level(), scope.settings().holidays(), scope.now());
        }
        if (!queues.isEmpty()) {
            Installations.save(scope.stores(), promises);
        }
    }

    static void forget(Scope scope, QueueId queue) {
        Promises promises = Installations.promises(scope.stores());
        if (!promises.without(queue).equals(promises)) {
            Installations.save(scope.stores(), promises.without(queue));
        }
    }

    /** The technicians are there, and the notes can be taken. */
    private static void requireSound(Scope scope, ServiceLevel level) {
        level.escalations().stream()
                .flatMap(each -> each.note().stream())
                .forEach(note -> MessageText.require("escalations", note));
        boolean unknown = level.escalations().stream()
                .flatMap(each -> Stream.concat(each.assignee().stream(), each.tell().stream()))
                .distinct()
                .anyMatch(technician -> scope.people()
                        .staff(technician)
                        .filter(member -> member.reseller().isEmpty())
                        .isEmpty());
        if (unknown) {
            throw new Invalid("escalations", "there is no such technician");
        }
    }

    private static Queue existing(Scope scope, QueueId id) {
        return scope.installation().find(id).orElseThrow(() -> new NotFound("queue"));
    }
}
