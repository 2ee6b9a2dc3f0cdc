// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.AccountId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.util.List;

/**
 * How many support incidents a ticket uses, and of which packs (E6).
 *
 * @param account and queue, in which it was opened
 * @param incidents how many it is to use; those that no pack had are uncovered
 * @param taken of packs, in the order in which they were
 * @param aside how many it used before it was merged into another ticket
 */
public record IncidentUse(
        TicketId ticket, AccountId account, QueueId queue, int incidents, List<Taken> taken, int aside) {
    public IncidentUse {
        taken = List.copyOf(taken);
        if (incidents < 0
                || aside < 0
                || taken.stream().mapToInt(Taken::incidents).sum() > incidents) {
            throw new IllegalArgumentException("more was taken than is used");
        }
    }

    /** @param pack by its key */
    public record Taken(String pack, int incidents) {}

    public static IncidentUse none(TicketId ticket, AccountId account, QueueId queue) {
        return new IncidentUse(ticket, account, queue, 0, List.of(), 0);
    }

    public int covered() {
        return taken.stream().mapToInt(Taken::incidents).sum();
    }

    public int uncovered() {
        return incidents - covered();
    }

    public IncidentUse using(int number, List<Taken> of) {
        return new IncidentUse(ticket, account, queue, number, of, aside);
    }

    public IncidentUse aside(int number) {
        return new IncidentUse(ticket, account, queue, incidents, taken, number);
    }
}
