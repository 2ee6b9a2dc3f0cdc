// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.admin;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffMember;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.StaffStore.StaffData;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.view.StaffSecurity;
import java.util.List;
import java.util.Set;

/** Administrator security (E3) and entitlement to queues (B2). */
public final class Security {
    private final People people;

    public Security(People people) {
        this.people = people;
    }

    public List<StaffSecurity> staff(Scope scope, Viewer.Staff caller) {
        caller.require(Permission.QUEUES);
        return people.staff().stream().map(member -> security(scope, member)).toList();
    }

    public void entitle(Scope scope, Viewer.Staff caller, StaffId technician, Set<QueueId> queues) {
        caller.require(Permission.QUEUES);
        member(technician);
        queues.forEach(scope::queue);
        scope.stores().staff().entitle(technician, queues);
    }

    /** Gives or takes a permission; the main administrator's word alone, and their own stay. */
    public void decide(Scope scope, Viewer.Staff caller, StaffId technician, Permission permission, boolean given) {
        if (!caller.isMainAdministrator()) {
            throw new NotPermitted(Refusal.PERMISSION_MISSING);
        }
        if (member(technician).mainAdministrator()) {
            throw new NotPermitted(Refusal.OWN_SECURITY);
        }
        scope.stores().staff().decide(technician, permission, given);
    }

    private StaffMember member(StaffId id) {
        return people.staff(id).orElseThrow(() -> new NotFound("technician"));
    }

    private static StaffSecurity security(Scope scope, StaffMember member) {
        StaffData data = scope.stores().staff().find(member.id());
        return new StaffSecurity(
                member.id(),
                member.mainAdministrator(),
                data.profile(),
                Access.permissions(member.mainAdministrator(), data),
                data.queues());
    }
}
