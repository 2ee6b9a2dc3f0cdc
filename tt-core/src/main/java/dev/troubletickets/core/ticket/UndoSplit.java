// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.access.Access;
import dev.troubletickets.core.access.Family;
import dev.troubletickets.core.access.Reach;
import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.lifecycle.Standing;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.lifecycle.Talk;
import dev.troubletickets.core.page.Conversation;
import dev.troubletickets.core.work.Json;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.spi.storage.MessageData;
import dev.troubletickets.spi.storage.OperationData;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a split back: what is still shown in the parts is read in the ticket again. It stands as before if nothing has happened to it or to
 * a part since; otherwise it takes in what has come back, as when a ticket is merged into it.
 */
final class UndoSplit {
    private static final int MOST = 100;

    private final Scope scope;
    private final Access access;
    private final Viewer.Staff staff;
    private final OperationData operation;
    private final SplitTicket.Made made;
    private final List<Left> left = new ArrayList<>();
    private final List<ReturnedPart> returned = new ArrayList<>();

    UndoSplit(Scope scope, Access access, Viewer.Staff staff, OperationData operation) {
        this.scope = scope;
        this.access = access;
        this.staff = staff;
        this.operation = operation;
        this.made = Json.read(operation.data(), SplitTicket.Made.class);
    }

    List<Left> undo() {
        TicketData source = find(operation.id().ticket());
        boolean untouched = isUntouched(source);
        made.parts().forEach(part -> giveBack(source, part));
        Set<TicketId> ids = new HashSet<>();
        returned.forEach(part -> ids.add(part.ticket()));
        boolean whole =
                returned.size() == made.parts().size() && returned.stream().allMatch(ReturnedPart::asMade);
        Case restored = Case.of(scope, source).happened(new OperationUndone(operation.id(), ids));
        if (whole && untouched) {
            restored.take(new Step.StandsAgain(made.before().standing()));
        } else {
            takeIn(restored);
        }
        List<MessageData> words = Conversation.words(scope, Family.of(scope, source));
        if (!words.isEmpty()) {
            restored.lastMessage(SplitTicket.latest(words));
        }
        showMerged(restored);
        restored.save(staff.actor());
        returned.forEach(part -> part.ended().save(staff.actor()));
        readAgain(source, restored);
        tellAbove(source, ids);
        return left;
    }

    private boolean isUntouched(TicketData source) {
        boolean asMade = Standing.of(source.state()).equals(made.made().standing());
        boolean last = scope.stores().operations().inForce(List.of(source.id()), MOST).stream()
                .noneMatch(other -> other.id().version() > operation.id().version());
        if (!asMade || !last) {
            left.add(new Left(Reason.MOVED_ON, source.id(), Optional.empty()));
        }
        return asMade && last;
    }

    private void giveBack(TicketData source, SplitTicket.Part part) {
        Optional<TicketData> found = scope.stores().tickets().find(part.ticket());
        if (found.isEmpty()) {
            left.add(new Left(Reason.DELETED, part.ticket(), Optional.empty()));
        } else if (hasGoneOn(source, found.get())) {
            left.add(new Left(Reason.MOVED_ON, part.ticket(), Optional.empty()));
        } else {
            ReturnedPart back = ReturnedPart.of(scope, part, Case.of(scope, found.get(), staff.id()), source.id());
            left.addAll(back.left());
            back.ended().happened(new OperationUndone(operation.id(), Set.of(source.id())));
            returned.add(back);
        }
    }

    /** It is no longer the ticket's to give: joined with others, promised to be acted on, of another customer, or out of sight. */
    private boolean hasGoneOn(TicketData source, TicketData part) {
        return part.merged() != null
                || part.scheduled() > 0
                || Family.of(scope, part).all().size() > 1
                || !MergeTickets.isOneCustomer(part.header(), source.header())
                || !access.isFor(staff, part)
                || !staff.reach(part).holds(Reach.HANDLE);
    }

    /** A ticket asks for what was merged into it only where messages have ever joined it. */
    private void showMerged(Case ticket) {
        boolean merged = returned.stream().anyMatch(ReturnedPart::isMerged);
        if (merged && ticket.state().joined().messages() == 0) {
            int before = ticket.state().messages();
            ticket.take(new Step.TakesIn(1, 0, null, null, false, Optional.empty()));
            scope.stores()
                    .conversations()
                    .advanceRead(ticket.id(), before, ticket.state().messages());
        }
    }

    private void takeIn(Case ticket) {
        List<Talk.Word> words = Conversation.words(scope, Family.of(scope, ticket.before())).stream()
                .map(message -> new Talk.Word(message.kind(), message.at()))
                .toList();
        Optional<Boolean> staffWroteLast = Optional.of(Talk.of(words).staffWroteLast());
        for (ReturnedPart part : returned) {
            ticket.take(new Step.TakesIn(0, 0, part.waitingSince(), null, part.isUnread(), staffWroteLast));
        }
    }

    /** Where the ticket has been merged since, whoever waits in it waits in what it was merged into. */
    private void tellAbove(TicketData source, Set<TicketId> ids) {
        TicketData ticket = source;
        while (ticket.merged() != null && !ticket.merged().apart()) {
            ticket = find(ticket.merged().into());
            Case above = Case.of(scope, ticket).happened(new OperationUndone(operation.id(), ids));
            takeIn(above);
            above.save(staff.actor());
        }
    }

    /** What the customer has read on both sides they have read. */
    private void readAgain(TicketData source, Case restored) {
        boolean read = returned.stream().noneMatch(part -> part.before().isUnreadByCustomer());
        if (read && !source.state().isUnreadByCustomer()) {
            scope.stores()
                    .tickets()
                    .markReadByCustomer(source.id(), restored.state().lastAnswer());
        }
    }

    private TicketData find(TicketId id) {
        return scope.stores().tickets().find(id).orElseThrow();
    }
}
