// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom tickets can be given without anybody's act (B10, B14): who could answer them. */
public final class Fitness {
    private Fitness() {}

    /** Why the technician cannot be given tickets of any queue; empty if they can. */
    public static Optional<String> against(Scope scope, StaffId technician) {
        return against(scope, technician, Optional.empty());
    }

    /** Why the technician cannot be given tickets of that queue; empty if they can. */
    public static Optional<String> against(Scope scope, StaffId technician, QueueId queue) {
        return against(scope, technician, Optional.of(queue));
    }

    /** Why the technician cannot be given that ticket, which is to go to the queue; empty if they can. */
    public static Optional<String> against(Scope scope, StaffId technician, QueueId queue, TicketData ticket) {
        return scope.providersSide().holds(ticket.header().reseller())
                ? against(scope, technician, queue)
                : Optional.of("the ticket is on its reseller's side");
    }

    private static Optional<String> against(Scope scope, StaffId technician, Optional<QueueId> queue) {
        Optional<StaffMember> member = scope.people().staff(technician);
        if (member.isEmpty()) {
            return Optional.of("there is no such technician");
        }
        if (member.get().reseller().isPresent()) {
            return Optional.of("the technician is of a reseller's staff");
        }
        StaffData data = scope.stores().staff().find(technician);
        boolean main = member.get().mainAdministrator();
        if (data.profile().isEmpty()) {
            return Optional.of("the technician has no staff profile");
        }
        if (!Access.permissions(member.get(), data).contains(Permission.ANSWER)) {
            return Optional.of("the technician may not answer");
        }
        return queue.filter(id -> !main && !isEntitled(scope, data, id))
                .map(id -> "the technician is not entitled to the queue");
    }

    /** Those to whom the queue's policy can give tickets: the main administrator only where entitled by name. */
    public static Set<StaffId> candidates(Scope scope, List<StaffMember> members, Queue queue) {
        Map<StaffId, StaffData> all = scope.stores()
                .staff()
                .findAll(members.stream().map(StaffMember::id).toList());
        return members.stream()
                .filter(member -> Optional.ofNullable(all.get(member.id()))
                        .filter(data -> isCandidate(member, data, queue))
                        .isPresent())
                .map(StaffMember::id)
                .collect(Collectors.toSet());
    }

    private static boolean isCandidate(StaffMember member, StaffData data, Queue queue) {
        boolean main = member.mainAdministrator();
        boolean entitled = data.queues().contains(queue.id()) || queue.isDefault() && !main;
        return entitled
                && member.reseller().isEmpty()
                && data.profile().isPresent()
                && Access.permissions(member, data).contains(Permission.ANSWER);
    }

    private static boolean isEntitled(Scope scope, StaffData data, QueueId queue) {
        return data.queues().contains(queue)
                || scope.installation().defaultQueue().id().equals(queue);
    }
}
