// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.desk;

import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.page.Following;
import dev.troubletickets.core.ticket.InviteToTicket;
import dev.troubletickets.core.ticket.InviteToTicket.Invitation;
import dev.troubletickets.desk.Collaborating;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.rights.CollaboratorRight;
import dev.troubletickets.ticket.TicketRef;
import dev.troubletickets.view.FollowedPage;
import dev.troubletickets.view.PageToken;
import java.util.Optional;

final class CoreCollaborating extends StaffCalls implements Collaborating {
    CoreCollaborating(Desks desks, StaffId id) {
        super(desks, id);
    }

    @Override
    public void invite(TicketRef ticket, StaffId technician, CollaboratorRight right) {
        act(
                ticket,
                (scope, staff, taken) -> InviteToTicket.invite(scope, staff, taken, new Invitation(technician, right)));
    }

    @Override
    public void dismiss(TicketRef ticket, StaffId technician) {
        act(ticket, (scope, staff, taken) -> InviteToTicket.dismiss(scope, staff, taken, technician));
    }

    @Override
    public void leave(TicketRef ticket) {
        act(ticket, Reach.READ, InviteToTicket::leave);
    }

    @Override
    public FollowedPage list(Optional<PageToken> from) {
        return read((scope, staff) -> Following.invitations(scope, staff, from));
    }
}
