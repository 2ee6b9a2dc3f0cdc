// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Colleagues;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.CollaboratorDismissed;
import dev.troubletickets.event.TicketEvent.CollaboratorInvited;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.OverLimit;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.CollaboratorStore.Invited;
import dev.troubletickets.ticket.Lock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Technicians invited to a ticket, with rights of their own (G10). */
public final class InviteToTicket {
    private static final int MOST_COLLABORATORS = 50;

    /** Their numbers go into each of the technician's lists. */
    private static final int MOST_TICKETS = 200;

    private InviteToTicket() {}

    /** What a colleague is asked to do. */
    public record Invitation(StaffId technician, CollaboratorRight right) {}

    public static void invite(Scope scope, Viewer.Staff staff, Case ticket, Invitation invitation) {
        staff.require(Permission.ASSIGN_TO_OTHERS);
        StaffId technician = invitation.technician();
        if (technician.equals(staff.id())) {
            throw new Invalid("technician", "nobody invites themselves");
        }
        Colleagues.require(scope, staff, technician, ticket.header().reseller());
        List<Invited> there = scope.stores().collaborators().of(ticket.id());
        Optional<Invited> before = find(there, technician);
        CollaboratorRight right = invitation.right();
        if (before.filter(invited -> invited.right() == right).isPresent()) {
            return;
        }
        if (before.isEmpty()) {
            requireRoom("collaborators", there.size(), MOST_COLLABORATORS);
            int tickets = scope.stores().collaborators().tickets(technician).size();
            requireRoom("invitations", tickets, MOST_TICKETS);
        }
        ticket.happened(new CollaboratorInvited(technician, right)).save(staff.actor());
        Instant since = before.map(Invited::since).orElse(scope.now());
        scope.stores().collaborators().invite(ticket.id(), new Invited(technician, right, since));
    }

    /** Also of one whom the host no longer knows. */
    public static void dismiss(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        staff.require(Permission.ASSIGN_TO_OTHERS);
        if (find(scope.stores().collaborators().of(ticket.id()), technician).isPresent()) {
            end(scope, staff, ticket, technician);
        }
    }

    public static void leave(Scope scope, Viewer.Staff staff, Case ticket) {
        if (!staff.invited().contains(ticket.id())) {
            throw new NotPermitted(Refusal.NOT_INVITED);
        }
        end(scope, staff, ticket, staff.id());
    }

    private static void end(Scope scope, Viewer.Staff staff, Case ticket, StaffId technician) {
        Lock lock = ticket.before().lock();
        ticket.happened(new CollaboratorDismissed(technician)).save(staff.actor());
        scope.stores().collaborators().dismiss(ticket.id(), technician);
        if (lock != null && lock.holder().equals(technician)) {
            scope.stores().tickets().unlock(ticket.id());
        }
    }

    private static Optional<Invited> find(List<Invited> there, StaffId technician) {
        return there.stream()
                .filter(invited -> invited.staff().equals(technician))
                .findFirst();
    }

    private static void requireRoom(String limit, int there, int most) {
        if (there >= most) {
            throw new OverLimit(limit, most);
        }
    }
}
