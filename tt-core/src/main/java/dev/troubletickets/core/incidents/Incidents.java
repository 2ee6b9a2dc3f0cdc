// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.incidents;

import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.rights.Refusal;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.IncidentStore;
import dev.troubletickets.spi.storage.IncidentUse;
import dev.troubletickets.spi.storage.IncidentUse.Taken;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What tickets use of their customers' packs (E6). */
public final class Incidents {
    private Incidents() {}

    /** True if tickets of any queue use them; else pages need not ask. */
    public static boolean areUsed(Scope scope) {
        return scope.installation().queues().stream()
                .anyMatch(queue -> queue.settings().incidents());
    }

    public static boolean areUsed(Scope scope, QueueId queue) {
        return scope.installation()
                .find(queue)
                .map(Queue::settings)
                .filter(settings -> settings.incidents())
                .isPresent();
    }

    /** What these tickets use, as a page shows it. */
    public static List<IncidentUse> of(Scope scope, Collection<TicketId> tickets) {
        return areUsed(scope) ? scope.stores().incidents().of(tickets) : List.of();
    }

    /** What a ticket uses; nothing of its own account's yet, if its queue has come to use them since it was opened. */
    public static Optional<IncidentUse> of(Scope scope, TicketData ticket) {
        Optional<IncidentUse> kept = areUsed(scope) ? scope.stores().incidents().of(ticket.id()) : Optional.empty();
        AccountId account = ticket.header().account();
        return kept.or(() -> account != null && areUsed(scope, ticket.state().queue())
                ? Optional.of(
                        IncidentUse.none(ticket.id(), account, ticket.state().queue()))
                : Optional.empty());
    }

    /** Why nobody could say how many it uses. */
    public static Optional<Refusal> refusal(Scope scope, TicketData ticket) {
        if (of(scope, ticket).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(areUsed(scope, ticket.state().queue()) ? Refusal.NO_ACCOUNT : Refusal.NO_INCIDENTS);
    }

    /**
     * Has a ticket use so many: takes what is missing from the packs as far as they go, or gives back what was taken last.
     *
     * @throws WriteConflict if somebody else has taken them meanwhile
     */
    public static IncidentUse use(Scope scope, IncidentUse before, int number) {
        IncidentStore store = scope.stores().incidents();
        int covered = before.covered();
        List<Taken> taken = new ArrayList<>(Packs.first(before.taken(), number));
        Packs.back(before.taken(), Math.max(0, covered - number))
                .forEach(each -> store.giveBack(each.pack(), each.incidents()));
        if (number > covered) {
            List<Taken> more =
                    Packs.plan(Packs.of(before.queue(), store.usable(before.account(), scope.now())), number - covered);
            for (Taken each : more) {
                if (!store.take(each.pack(), each.incidents())) {
                    throw new WriteConflict("another ticket has used pack " + each.pack());
                }
            }
            taken.addAll(more);
        }
        IncidentUse after = before.using(number, taken);
        store.save(after);
        return after;
    }
}
