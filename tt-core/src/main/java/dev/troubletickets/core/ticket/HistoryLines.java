// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.ticket;

import dev.troubletickets.core.work.Events;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.event.TicketEvent;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.HistoryEntry;
import dev.troubletickets.ticket.TicketId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened in a case, in its order, until its history is written. */
final class HistoryLines {
    private final List<Line> lines = new ArrayList<>();
    private @Nullable String facts;

    private record Line(TicketEvent event, boolean byItself) {}

    boolean isEmpty() {
        return lines.isEmpty();
    }

    List<TicketEvent> events() {
        return lines.stream().map(Line::event).toList();
    }

    /** @param byItself nobody did it */
    void add(TicketEvent event, boolean byItself) {
        lines.add(new Line(event, byItself));
    }

    /** What they count together; the first line holds it. */
    HistoryLines counting(@Nullable String value) {
        facts = value;
        return this;
    }

    /** @param version of the ticket as it was written with them */
    void write(Scope scope, TicketId ticket, long version, Actor actor) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            scope.stores()
                    .conversations()
                    .add(new HistoryEntry(
                            ticket,
                            version,
                            i,
                            scope.now(),
                            line.byItself() ? Actor.system() : actor,
                            Events.type(line.event()),
                            Events.data(line.event()),
                            i == 0 ? facts : null));
        }
    }
}
