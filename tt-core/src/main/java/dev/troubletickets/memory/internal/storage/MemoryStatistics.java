// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.StaffId;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.ticket.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was counted. For use inside a unit of work alone. */
final class MemoryStatistics implements StatisticsStore {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::grain)
            .thenComparing(Key::dimension)
            .thenComparing(key -> key.whose().code())
            .thenComparingLong(Key::slot)
            .thenComparingLong(MemoryStatistics::queue)
            .thenComparing(Key::name);

    private final Tables tables;

    MemoryStatistics(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Row> at(Grain grain, long slot, Set<Whose> whose) {
        return rows(new Spans(grain, List.of(new Span(slot, slot + 1))), new Of(Optional.empty(), whose))
                .toList();
    }

    @Override
    public void put(List<Row> rows) {
        rows.forEach(row -> tables.statistics.put(row.key(), row));
    }

    @Override
    public List<Sum> sums(Spans spans, Of of) {
        List<Sum> found = new ArrayList<>();
        rows(spans, of)
                .filter(row -> row.key().dimension() != Dimension.TOGETHER)
                .collect(Collectors.toMap(row -> sum(row.key(), Counts.NONE), Row::counts, Counts::plus))
                .forEach((sum, counts) -> found.add(new Sum(sum.dimension(), sum.name(), sum.queue(), counts)));
        return found;
    }

    @Override
    public Map<Whose, Counts> byWhose(Spans spans, Of of) {
        return all(spans, of).collect(Collectors.toMap(row -> row.key().whose(), Row::counts, Counts::plus));
    }

    @Override
    public Map<Long, Counts> bySlot(Spans spans, Of of) {
        Dimension dimension = of.queues().isPresent() ? Dimension.ALL : Dimension.TOGETHER;
        return rows(spans, of)
                .filter(row -> row.key().dimension() == dimension)
                .collect(Collectors.toMap(row -> row.key().slot(), Row::counts, Counts::plus));
    }

    @Override
    public List<String> spreads(Spans spans, Of of) {
        return all(spans, of)
                .map(Row::spread)
                .filter(spread -> !spread.isEmpty())
                .toList();
    }

    @Override
    public Set<Whose> whose() {
        return tables.statistics.rows().stream()
                .filter(row -> row.key().grain() == Grain.MONTH)
                .map(row -> row.key().whose())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<StaffId, Long> load(Within within) {
        Map<StaffId, Long> load = new HashMap<>();
        tables.tickets.rows().stream()
                .filter(ticket -> ticket.merged() == null
                        && within.holds(ticket.state().queue(), ticket.header().reseller()))
                .filter(MemoryStatistics::isInHand)
                .forEach(ticket ->
                        load.merge(Objects.requireNonNull(ticket.state().assignee()), 1L, Long::sum));
        return load;
    }

    private static boolean isInHand(TicketData ticket) {
        Status status = ticket.state().status();
        return ticket.state().assignee() != null
                && (status == Status.NEW || status == Status.OPEN)
                && !ticket.state().isSnoozed();
    }

    private Stream<Row> all(Spans spans, Of of) {
        return rows(spans, of).filter(row -> row.key().dimension() == Dimension.ALL);
    }

    private Stream<Row> rows(Spans spans, Of of) {
        return tables.statistics.rows().stream().filter(row -> isIn(row.key(), spans) && isOf(row.key(), of));
    }

    private static boolean isIn(Key key, Spans spans) {
        return key.grain() == spans.grain()
                && spans.spans().stream().anyMatch(span -> span.from() <= key.slot() && key.slot() < span.until());
    }

    private static boolean isOf(Key key, Of of) {
        return of.whose().contains(key.whose())
                && of.queues()
                        .map(some -> key.queue() != null && some.contains(key.queue()))
                        .orElse(true);
    }

    private static long queue(Key key) {
        return key.queue() == null ? 0 : key.queue().value();
    }

    private static Sum sum(Key key, Counts counts) {
        return new Sum(key.dimension(), key.name(), Objects.requireNonNull(key.queue()), counts);
    }
}
