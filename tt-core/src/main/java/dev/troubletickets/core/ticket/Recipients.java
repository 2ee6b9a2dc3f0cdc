// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.settings.EscalationLevel;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.QueueId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which technicians a level of escalation reaches: those whom the host knows, who have a profile and may see the ticket (B2). */
public final class Recipients {
    private final People people;
    private final Access access;

    public Recipients(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    /** Each has a profile. */
    Map<StaffId, Viewer.Staff> of(Scope scope, TicketData ticket, EscalationLevel level) {
        Set<StaffId> wanted = new LinkedHashSet<>(level.tell());
        if (level.tellQueue()) {
            wanted.addAll(entitled(scope, ticket.state().queue()));
        }
        Map<StaffId, Viewer.Staff> reached = new LinkedHashMap<>();
        for (StaffId id : wanted) {
            if (people.staff(id).isPresent()) {
                Viewer.Staff staff = access.staff(scope, id);
                if (staff.profile().isPresent() && staff.sees(ticket)) {
                    reached.put(id, staff);
                }
            }
        }
        return reached;
    }

    /** Known to the host, with a profile, and on the ticket's side. */
    boolean canWork(Scope scope, StaffId id, TicketData ticket) {
        return people.staff(id)
                        .filter(member ->
                                scope.side(member).holds(ticket.header().reseller()))
                        .isPresent()
                && scope.stores().staff().find(id).profile().isPresent();
    }

    /** Everybody is entitled to the default queue. */
    private Set<StaffId> entitled(Scope scope, QueueId queue) {
        Set<StaffId> all = new LinkedHashSet<>(scope.stores().staff().entitledTo(queue));
        if (scope.installation().find(queue).filter(Queue::isDefault).isPresent()) {
            people.staff().stream().map(StaffMember::id).forEach(all::add);
        }
        return all;
    }
}
