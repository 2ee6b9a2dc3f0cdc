// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.access;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.ticket.QueueId;
import java.util.Optional;

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

    private static Optional<String> against(Scope scope, StaffId technician, Optional<QueueId> queue) {
        Optional<StaffMember> member = scope.people().staff(technician);
        if (member.isEmpty()) {
            return Optional.of("there is no such technician");
        }
        StaffData data = scope.stores().staff().find(technician);
        boolean main = member.get().mainAdministrator();
        if (data.profile().isEmpty()) {
            return Optional.of("the technician has no staff profile");
        }
        if (!Access.permissions(main, data).contains(Permission.ANSWER)) {
            return Optional.of("the technician may not answer");
        }
        return queue.filter(id -> !main && !isEntitled(scope, data, id))
                .map(id -> "the technician is not entitled to the queue");
    }

    private static boolean isEntitled(Scope scope, StaffData data, QueueId queue) {
        return data.queues().contains(queue)
                || scope.installation().defaultQueue().id().equals(queue);
    }
}
