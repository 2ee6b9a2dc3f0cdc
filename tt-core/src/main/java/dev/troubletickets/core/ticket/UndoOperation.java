// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.view.UndoReport;
import dev.troubletickets.view.UndoReport.Left;
import java.util.List;

/** Undoes a recorded operation (G2). */
public final class UndoOperation {
    private final Access access;

    public UndoOperation(Access access) {
        this.access = access;
    }

    public UndoReport undo(Scope scope, Viewer.Staff staff, OperationId id) {
        TicketData ticket = access.find(scope, staff, id.ticket()).orElseThrow(() -> new NotFound("operation"));
        staff.require(ticket, Reach.HANDLE);
        OperationData operation = scope.stores().operations().find(id).orElseThrow(() -> new NotFound("operation"));
        requirePermission(staff, operation.kind());
        if (operation.undone() || !scope.stores().operations().undo(id)) {
            throw new NotPermitted(Refusal.UNDONE_ALREADY);
        }
        List<Left> left = switch (operation.kind()) {
            case MERGE -> new UndoMerge(scope, staff.actor(), operation).undo();
            case SPLIT -> new UndoSplit(scope, access, staff, operation).undo();
            case MOVE -> UndoMove.undo(scope, staff.actor(), operation);
        };
        ChangeSides.settleAll(scope);
        return new UndoReport(id, left);
    }

    private static void requirePermission(Viewer.Staff staff, OperationData.Kind kind) {
        switch (kind) {
            case MERGE -> staff.require(Permission.MERGE);
            case SPLIT -> staff.require(Permission.SPLIT);
            case MOVE -> {
                // whoever sees the ticket may move it
            }
        }
    }
}
