// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.people.ResellerId;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was counted. For use inside a unit of work alone. */
final class MemoryStatistics implements StatisticsStore {
    static final Comparator<Key> ORDER = Comparator.comparing(Key::grain)
            .thenComparing(Key::dimension)
            .thenComparingLong(Key::slot)
            .thenComparingLong(key -> key.queue().value())
            .thenComparing(key ->
                    Optional.ofNullable(key.reseller()).map(ResellerId::value).orElse(""))
            .thenComparing(Key::name);

    private final Tables tables;

    MemoryStatistics(Tables tables) {
        this.tables = tables;
    }

    @Override
    public List<Row> at(Grain grain, long slot) {
        return tables.statistics.rows().stream()
                .filter(row -> row.key().grain() == grain && row.key().slot() == slot)
                .toList();
    }

    @Override
    public void put(List<Row> rows) {
        rows.forEach(row -> tables.statistics.put(row.key(), row));
    }

    @Override
    public List<Sum> sums(Span span, Within within) {
        Map<Sum, Counts> sums = rows(span, within)
                .collect(Collectors.toMap(row -> sum(row.key(), Counts.NONE), Row::counts, Counts::plus));
        List<Sum> found = new ArrayList<>();
        sums.forEach((of, counts) -> found.add(new Sum(of.dimension(), of.name(), of.queue(), of.reseller(), counts)));
        return found;
    }

    @Override
    public Map<Long, Counts> bySlot(List<Span> spans, Within within) {
        return spans.stream()
                .flatMap(span -> rows(span, within))
                .filter(row -> row.key().dimension() == Dimension.ALL)
                .collect(Collectors.toMap(row -> row.key().slot(), Row::counts, Counts::plus));
    }

    @Override
    public List<String> spreads(Span span, Within within) {
        return rows(span, within)
                .filter(row -> row.key().dimension() == Dimension.ALL)
                .map(Row::spread)
                .filter(spread -> !spread.isEmpty())
                .toList();
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

    private Stream<Row> rows(Span span, Within within) {
        return tables.statistics.rows().stream()
                .filter(row -> row.key().grain() == span.grain()
                        && row.key().slot() >= span.from()
                        && row.key().slot() < span.until()
                        && within.holds(row.key().queue(), row.key().reseller()));
    }

    private static Sum sum(Key key, Counts counts) {
        return new Sum(key.dimension(), key.name(), key.queue(), key.reseller(), counts);
    }
}
