// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.event.TicketEvent.Field;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.OperationView;
import java.util.List;

/** What can be undone on a ticket's page (G2). */
final class Operations {
    private static final int SHOWN = 100;

    private Operations() {}

    /** Asks the storage only where the history tells of an operation. */
    static List<OperationView> inForce(Scope scope, Family family, List<ConversationItem> conversation) {
        return conversation.stream().noneMatch(Operations::isOperation)
                ? List.of()
                : scope.stores().operations().inForce(family.ids(), SHOWN).stream()
                        .map(operation -> new OperationView(
                                operation.id(), kind(operation.kind()), operation.at(), operation.by()))
                        .toList();
    }

    private static boolean isOperation(ConversationItem item) {
        TicketEvent event = item instanceof ConversationItem.SystemLine line ? line.event() : null;
        return event instanceof TicketEvent.OtherTicketMerged
                || event instanceof TicketEvent.TicketSplit
                || event instanceof TicketEvent.TicketRedirected redirected
                        && redirected.to() instanceof Holder.Department
                || event instanceof TicketEvent.FieldChanged changed && changed.field() == Field.QUEUE;
    }

    private static OperationView.Kind kind(dev.troubletickets.spi.storage.OperationData.Kind kind) {
        return switch (kind) {
            case MERGE -> OperationView.Kind.MERGE;
            case MOVE -> OperationView.Kind.MOVE;
            case SPLIT -> OperationView.Kind.SPLIT;
        };
    }
}
