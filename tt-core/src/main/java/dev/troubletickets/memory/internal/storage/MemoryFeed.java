// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.spi.storage.FeedStore;
import dev.troubletickets.spi.storage.HistoryEntry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** The feed, and where its consumers are. For use inside a unit of work alone, of which there is one at a time. */
final class MemoryFeed implements FeedStore {
    private final Tables tables;

    MemoryFeed(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void lock() {
        hasUnplaced();
    }

    @Override
    public boolean hasUnplaced() {
        return !tables.unplaced.rows().isEmpty();
    }

    @Override
    public List<FeedStore.Line> unplaced(int limit) {
        List<HistoryEntry> oldest = tables.unplaced.rows().stream()
                .map(this::entry)
                .sorted(Comparator.comparing(HistoryEntry::at))
                .limit(limit)
                .toList();
        Map<Long, Tables.Line> newest = oldest.stream()
                .map(Tables.Line::of)
                .collect(Collectors.toMap(Tables.Line::ticket, Function.identity(), MemoryFeed::later));
        return newest.values().stream()
                .flatMap(last ->
                        tables.unplaced.between(new Tables.Line(last.ticket(), Long.MIN_VALUE, 0), last).stream())
                .map(this::entry)
                .map(entry -> new FeedStore.Line(entry.ticket(), entry.version(), entry.index(), entry.at()))
                .toList();
    }

    @Override
    public void place(List<FeedStore.Line> lines, long first) {
        long next = first;
        for (FeedStore.Line line : lines) {
            Tables.Line key = new Tables.Line(line.ticket().value(), line.version(), line.index());
            tables.unplaced.remove(key);
            tables.feed.put(next++, key);
        }
    }

    @Override
    public long last() {
        return tables.feed.keys().size();
    }

    @Override
    public List<Placed> after(long place, int limit) {
        long last = Math.min(last(), place > Long.MAX_VALUE - limit ? Long.MAX_VALUE : place + limit);
        return place >= last
                ? List.of()
                : LongStream.rangeClosed(place + 1, last)
                        .mapToObj(at -> new Placed(at, entry(Objects.requireNonNull(tables.feed.get(at)))))
                        .toList();
    }

    @Override
    public long position(String consumer) {
        return tables.feedConsumers.find(consumer).orElse(0L);
    }

    @Override
    public void advance(String consumer, long place) {
        if (position(consumer) < place) {
            rewind(consumer, place);
        }
    }

    @Override
    public void rewind(String consumer, long place) {
        tables.feedConsumers.put(consumer, place);
    }

    private HistoryEntry entry(Tables.Line line) {
        return Objects.requireNonNull(tables.history.get(line));
    }

    private static Tables.Line later(Tables.Line one, Tables.Line other) {
        return Comparator.comparingLong(Tables.Line::version)
                                .thenComparingInt(Tables.Line::index)
                                .compare(one, other)
                        < 0
                ? other
                : one;
    }
}
