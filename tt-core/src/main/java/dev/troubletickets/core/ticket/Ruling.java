// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.lifecycle.Decision;
import dev.troubletickets.core.lifecycle.Lifecycle;
import dev.troubletickets.core.lifecycle.Policy;
import dev.troubletickets.core.lifecycle.Step;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.LockedByAnother;
import dev.troubletickets.failure.NotPermitted;
import dev.troubletickets.failure.TakenByAnother;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.ticket.Lock;
import dev.troubletickets.ticket.TicketId;
import dev.troubletickets.ticket.TicketState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What keeps a ticket from a step: the rules of its state, or a colleague's lock.
 *
 * @param keptOutBy the lock in force that keeps out whoever has the ticket in their hands
 */
record Ruling(Scope scope, TicketId ticket, @Nullable Lock keptOutBy) {
    /**
     * @param tasks there is something to be done for the ticket (E7)
     * @throws NotPermitted if the rules refuse the step
     * @throws LockedByAnother if a colleague's lock keeps from it
     * @throws TakenByAnother if that is because a colleague has the ticket
     */
    Decision.Done allow(TicketState state, Step step, boolean tasks) {
        Policy all = scope.policy(state.queue());
        Policy policy = tasks ? all.withoutAutoClose() : all;
        Decision decision = Lifecycle.decide(ticket, state, step, policy, scope.now());
        if (decision instanceof Decision.Refused refused) {
            throw refused.refusal() == Refusal.ASSIGNED_ALREADY && state.assignee() != null
                    ? new TakenByAnother(ticket, state.assignee())
                    : new NotPermitted(refused.refusal());
        }
        if (step.waitsForLock()) {
            requireFree();
        }
        return (Decision.Done) decision;
    }

    /** Why the rules would refuse the step now; empty if they would not. */
    Optional<Refusal> refusal(TicketState state, Step step) {
        return Lifecycle.refusal(state, step, scope.policy(state.queue()), scope.now());
    }

    /** @throws LockedByAnother if a colleague's lock keeps the technician out */
    void requireFree() {
        if (keptOutBy != null) {
            throw new LockedByAnother(ticket, keptOutBy);
        }
    }
}
