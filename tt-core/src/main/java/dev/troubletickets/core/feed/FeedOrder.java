// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.feed;

import dev.troubletickets.spi.storage.FeedStore.Line;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The order in which lines get their places: by time, and within a ticket as they happened, whatever the clocks of nodes say. */
final class FeedOrder {
    private static final Comparator<Line> AS_HAPPENED = Comparator.<Line>comparingLong(
                    line -> line.ticket().value())
            .thenComparingLong(Line::version)
            .thenComparingInt(Line::index);

    private FeedOrder() {}

    /** A line that seems older than an earlier one of its ticket counts as old as that one. */
    static List<Line> of(List<Line> lines) {
        Map<TicketId, Instant> latest = new HashMap<>();
        List<Timed> timed = new ArrayList<>();
        lines.stream()
                .sorted(AS_HAPPENED)
                .forEach(line -> timed.add(new Timed(line, latest.merge(line.ticket(), line.at(), FeedOrder::later))));
        // a stable sort: what is equally old stays as it happened
        timed.sort(Comparator.comparing(Timed::at));
        return timed.stream().map(Timed::line).toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private record Timed(Line line, Instant at) {}
}
