// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Place;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Moves from queue to queue, recorded and taken back (G2). */
final class UndoMove {
    private UndoMove() {}

    /** Notes the move, if there was one. */
    static void record(Scope scope, Viewer.Staff staff, TicketData before, TicketData after) {
        Place from = Place.of(before.state());
        Place to = Place.of(after.state());
        if (!from.queue().equals(to.queue())) {
            OperationId id = new OperationId(after.id(), after.version());
            String data = Json.write(new Move(from, to));
            scope.stores()
                    .operations()
                    .add(new OperationData(id, OperationData.Kind.MOVE, scope.now(), staff.actor(), data, false));
        }
    }

    /** The ticket goes back to where it was, unless that is gone, or the ticket has gone on from where it was moved to. */
    static List<Left> undo(Scope scope, Actor actor, OperationData operation) {
        TicketData ticket =
                scope.stores().tickets().find(operation.id().ticket()).orElseThrow();
        Move move = Json.read(operation.data(), Move.class);
        Case moved = Case.of(scope, ticket).happened(new OperationUndone(operation.id(), Set.of()));
        boolean gone = scope.stores().queues().all().stream()
                .noneMatch(queue -> queue.id().equals(move.before().queue()));
        boolean stays = gone || !Place.of(ticket.state()).equals(move.made());
        if (!stays) {
            moved.take(new Step.GoesBack(move.before()));
        }
        moved.save(actor);
        Reason reason = gone ? Reason.DELETED : Reason.MOVED_ON;
        return stays ? List.of(new Left(reason, ticket.id(), Optional.empty())) : List.of();
    }

    private record Move(Place before, Place made) {}
}
