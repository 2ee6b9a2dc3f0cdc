// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.command.Edit;
import dev.troubletickets.event.TicketEvent.OperationUndone;
import dev.troubletickets.kit.BehaviourTest;
import dev.troubletickets.kit.Cast;
import dev.troubletickets.kit.Expect;
import dev.troubletickets.rights.Action;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.QueueDeletion;
import dev.troubletickets.ticket.Holder;
import dev.troubletickets.ticket.OperationId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.view.ConversationItem;
import dev.troubletickets.view.OperationView;
import dev.troubletickets.view.UndoReport.Left;
import dev.troubletickets.view.UndoReport.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A move to another queue is recorded, and can be taken back (G2). */
@Tag("G2")
class UndoMoveTest extends BehaviourTest {
    private TicketId ticket;
    private QueueId billing;

    @BeforeEach
    void ticketAndQueue() {
        ticket = center.taken();
        billing = center.queue("Billing", Cast.JOHN, Cast.KATE);
    }

    @Test
    void aTicketGoesBackToItsQueue() {
        john.change(ticket, Edit.queue(billing), Edit.priority(80));
        OperationId move = onlyOperation();

        assertThat(john.linking().undo(move).left()).isEmpty();

        assertThat(john.ticket(ticket).header().queue()).isEqualTo(center.defaultQueue());
        assertThat(john.ticket(ticket).header().priority().value()).isEqualTo(80);
        assertThat(john.ticket(ticket).conversation())
                .filteredOn(ConversationItem.SystemLine.class::isInstance)
                .extracting(item -> ((ConversationItem.SystemLine) item).event())
                .contains(new OperationUndone(move, Set.of()));
        assertThat(john.ticket(ticket).actions().whyNot(Action.UNDO)).contains(Refusal.NOTHING_TO_UNDO);
    }

    @Test
    @Tag("B5")
    void aRedirectedTicketGoesBackToWhoHadIt() {
        john.redirect(ticket, Holder.department(billing));
        assertThat(john.ticket(ticket).header().assignee()).isEmpty();

        john.linking().undo(onlyOperation());

        assertThat(john.ticket(ticket).header().queue()).isEqualTo(center.defaultQueue());
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.JOHN);
        assertThat(john.ticket(ticket).parts()).isEmpty();
    }

    @Test
    void aTicketThatHasGoneOnStaysWhereItIs() {
        john.change(ticket, Edit.queue(billing));
        OperationId move = onlyOperation();
        anna.assign(ticket, Cast.KATE);

        List<Left> left = john.linking().undo(move).left();

        assertThat(left).containsExactly(new Left(Reason.MOVED_ON, ticket, Optional.empty()));
        assertThat(john.ticket(ticket).header().queue()).isEqualTo(billing);
        assertThat(john.ticket(ticket).header().assignee()).contains(Cast.KATE);
    }

    @Test
    void itStaysWhereItsQueueIsGone() {
        john.change(ticket, Edit.queue(billing));
        OperationId there = onlyOperation();
        center.admin().makeDefault(billing);
        QueueId old = center.admin().queues().stream()
                .map(dev.troubletickets.settings.Queue::id)
                .filter(id -> !id.equals(billing))
                .findFirst()
                .orElseThrow();
        center.admin().deleteQueue(old, QueueDeletion.moveTicketsTo(billing));

        assertThat(john.linking().undo(there).left())
                .containsExactly(new Left(Reason.DELETED, ticket, Optional.empty()));
    }

    @Test
    void itIsDoneOnceAndByWhoSeesTheTicket() {
        john.change(ticket, Edit.queue(billing));
        OperationId move = onlyOperation();
        QueueId hidden = center.queue("Hidden", Cast.KATE);
        kate.linking().undo(move);

        Expect.in(center).refused(Refusal.UNDONE_ALREADY, () -> kate.linking().undo(move));
        anna.release(ticket);
        anna.change(ticket, Edit.queue(hidden));
        Expect.in(center).notFound("operation", () -> john.linking().undo(move));
    }

    private OperationId onlyOperation() {
        List<OperationView> operations = john.ticket(ticket).operations();
        assertThat(operations).hasSize(1).allMatch(each -> each.kind() == OperationView.Kind.MOVE);
        return operations.get(0).id();
    }
}
