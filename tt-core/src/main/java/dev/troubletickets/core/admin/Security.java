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
import java.util.stream.Collectors;

/** Administrator security (E3) and entitlement to queues (B2). */
public final class Security {
    private final People people;

    public Security(People people) {
        this.people = people;
    }

    public List<StaffSecurity> staff(Scope scope, Viewer.Staff caller) {
        if (!isResellersAdministrator(caller)) {
            caller.require(Permission.QUEUES);
        }
        return people.staff().stream()
                .filter(member -> isTheirs(caller, member))
                .map(member -> security(scope, member))
                .toList();
    }

    public void entitle(Scope scope, Viewer.Staff caller, StaffId technician, Set<QueueId> queues) {
        caller.require(Permission.QUEUES);
        if (member(caller, technician).reseller().isPresent()) {
            throw new NotPermitted(Refusal.RESELLERS_STAFF);
        }
        queues.forEach(scope::queue);
        scope.stores().staff().entitle(technician, queues);
        String which = queues.stream()
                .map(QueueId::value)
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        scope.audit(
                caller.actor(),
                "entitled " + technician + " to " + (queues.isEmpty() ? "no queue" : "the queues " + which));
    }

    /** Gives or takes a permission; the main administrator's word alone, a reseller's among their own staff, and their own stay. */
    public void decide(Scope scope, Viewer.Staff caller, StaffId technician, Permission permission, boolean given) {
        if (!caller.isMainAdministrator()) {
            throw new NotPermitted(Refusal.PERMISSION_MISSING);
        }
        StaffMember member = member(caller, technician);
        if (member.mainAdministrator()) {
            throw new NotPermitted(Refusal.OWN_SECURITY);
        }
        if (given && member.reseller().isPresent() && !permission.isOfTickets()) {
            throw new NotPermitted(Refusal.RESELLERS_STAFF);
        }
        scope.stores().staff().decide(technician, permission, given);
        scope.audit(
                caller.actor(),
                given ? "gave " + permission + " to " + technician : "took " + permission + " from " + technician);
    }

    /** @throws NotFound alike for one who is not there and one who is not theirs */
    private StaffMember member(Viewer.Staff caller, StaffId id) {
        return people.staff(id)
                .filter(member -> isTheirs(caller, member))
                .orElseThrow(() -> new NotFound("technician"));
    }

    private static boolean isResellersAdministrator(Viewer.Staff caller) {
        return caller.isMainAdministrator() && caller.reseller().isPresent();
    }

    /** All staff are the provider's affair; a reseller's are their own reseller's alone (E4). */
    private static boolean isTheirs(Viewer.Staff caller, StaffMember member) {
        return caller.reseller().isEmpty() || caller.reseller().equals(member.reseller());
    }

    private static StaffSecurity security(Scope scope, StaffMember member) {
        StaffData data = scope.stores().staff().find(member.id());
        return new StaffSecurity(
                member.id(),
                member.mainAdministrator(),
                data.profile(),
                Access.permissions(member, data),
                data.queues());
    }
}
