// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts strands into one, by time. Within a strand the order stays as it was given, though the clocks of two nodes may say otherwise.
 */
final class Strands<T> {
    private final Map<Long, Instant> latest = new HashMap<>();
    private final List<Placed<T>> placed = new ArrayList<>();

    void add(long strand, Instant at, T item) {
        Instant time = latest.merge(strand, at, (before, now) -> now.isBefore(before) ? before : now);
        placed.add(new Placed<>(strand, time, item));
    }

    List<T> inOrder() {
        Comparator<Placed<T>> byTime = Comparator.comparing(Placed::time);
        return placed.stream()
                .sorted(byTime.thenComparingLong(Placed::strand))
                .map(Placed::item)
                .toList();
    }

    private record Placed<T>(long strand, Instant time, T item) {}
}
