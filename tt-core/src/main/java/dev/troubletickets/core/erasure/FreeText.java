// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.erasure;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.erasure.Person;
import dev.troubletickets.erasure.Trace;
import dev.troubletickets.people.Erased;
import dev.troubletickets.spi.storage.ErasureStore.Phase;
import dev.troubletickets.spi.storage.ErasureStore.Words;

/** Whether free words of staff are about a person: they name an address, or a ticket of the person's by its number. */
final class FreeText {
    private final Scope scope;
    private final Person person;
    private final Mention mention;
    private final Plan plan;

    FreeText(Scope scope, Person person, Mention mention, Plan plan) {
        this.scope = scope;
        this.person = person;
        this.mention = mention;
        this.plan = plan;
    }

    void look(Phase phase, Words found) {
        String text = found.words();
        boolean goes = mention.isIn(text) || mayNameTickets(phase) && !isErased(text) && namesTicket(text);
        if (goes) {
            // an audit without its lines would be none
            String rest = phase == Phase.AUDIT ? mention.without(text) : Erased.TEXT;
            plan.add(trace(phase), () -> scope.stores().erasures().rewrite(phase, found.number(), rest));
        }
    }

    private boolean namesTicket(String text) {
        return Mention.tickets(text).stream()
                .flatMap(id -> scope.stores().tickets().find(id).stream())
                .anyMatch(ticket -> TicketErasure.isOf(person, ticket));
    }

    /** Behind the ticket that a charge is for. */
    private static boolean isErased(String text) {
        return text.endsWith("\n" + Erased.TEXT);
    }

    private static boolean mayNameTickets(Phase phase) {
        return phase == Phase.PRIVATE_MESSAGES || phase == Phase.TASKS || phase == Phase.CHARGES;
    }

    private static Trace trace(Phase phase) {
        return switch (phase) {
            case PRIVATE_MESSAGES -> Trace.PRIVATE_MESSAGES;
            case TASKS -> Trace.TASKS;
            case CHARGES -> Trace.CHARGE_NOTES;
            case SAVED_SEARCHES, MASS_ACTIONS -> Trace.SEARCHES;
            case AUDIT -> Trace.AUDIT;
            default -> throw new IllegalArgumentException(phase + " has no free words");
        };
    }
}
