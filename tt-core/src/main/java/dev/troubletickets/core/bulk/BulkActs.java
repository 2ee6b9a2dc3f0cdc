// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.bulk;

import dev.troubletickets.bulk.BulkAction;
import dev.troubletickets.command.Edit;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.ticket.Case;
import dev.troubletickets.core.ticket.ChangeTicket;
import dev.troubletickets.core.ticket.DeleteTicket;
import dev.troubletickets.core.ticket.Desk;
import dev.troubletickets.core.ticket.HandleTicket;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Does to one ticket what the desk's method for one does. */
public final class BulkActs {
    private final Desk desk;
    private final HandleTicket handle;
    private final ChangeTicket change;

    public BulkActs(Desk desk, HandleTicket handle, ChangeTicket change) {
        this.desk = desk;
        this.handle = handle;
        this.change = change;
    }

    void act(Scope scope, Viewer.Staff staff, TicketId id, BulkAction action) {
        Case ticket = desk.take(scope, staff, id);
        if (!ticket.id().equals(id)) {
            // what it was merged into nobody has chosen
            throw new NotPermitted(Refusal.MERGED);
        }
        if (action instanceof BulkAction.Assign assign) {
            handle.assign(scope, staff, ticket, assign.technician());
        } else if (action instanceof BulkAction.Release) {
            HandleTicket.release(scope, staff, ticket);
        } else if (action instanceof BulkAction.Close) {
            handle.close(scope, staff, ticket);
        } else if (action instanceof BulkAction.Delete) {
            DeleteTicket.byStaff(scope, staff, ticket);
        } else if (action instanceof BulkAction.Move move) {
            change.change(scope, staff, ticket, List.of(Edit.queue(move.queue())));
        } else if (action instanceof BulkAction.Retag retag) {
            change.change(scope, staff, ticket, edits(retag.add(), retag.remove()));
        }
    }

    private static List<Edit> edits(Set<Tag> add, Set<Tag> remove) {
        List<Edit> edits = new ArrayList<>();
        if (!remove.isEmpty()) {
            edits.add(new Edit.RemoveTags(remove));
        }
        if (!add.isEmpty()) {
            edits.add(new Edit.AddTags(add));
        }
        return edits;
    }
}
