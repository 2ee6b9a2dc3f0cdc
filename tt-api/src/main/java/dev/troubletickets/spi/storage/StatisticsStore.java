// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.ticket.QueueId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was counted, rolled up by time (E10). The core decides what counts where; a store adds nothing but rows that are asked for. */
public interface StatisticsStore {
    /** The rows of that time. */
    List<Row> at(Grain grain, long slot);

    /** Keeps the rows, each in place of the one of its key. */
    void put(List<Row> rows);

    /** The sums over these times, per dimension, name, queue and reseller. Without the spreads. */
    List<Sum> sums(Span span, Within within);

    /** The sums of {@link Dimension#ALL} of each time in any of the spans, which are of one grain and apart from each other. */
    Map<Long, Counts> bySlot(List<Span> spans, Within within);

    /** The spreads of {@link Dimension#ALL} that are not empty. */
    List<String> spreads(Span span, Within within);

    /** How many new and open tickets, neither snoozed nor merged, are assigned to each technician who has any. */
    Map<StaffId, Long> load(Within within);

    /** Lengths of time. */
    enum Grain {
        /** Of an hour, since 1970. */
        QUARTER(0),
        /** Of UTC, since 1970. */
        DAY(1),
        /** Of UTC, since the year 0. */
        MONTH(2);

        private final int rank;

        Grain(int rank) {
            this.rank = rank;
        }

        /** The same for ever, so it can be stored. */
        public int rank() {
            return rank;
        }
    }

    /** By what is told apart. */
    enum Dimension {
        ALL(0),
        TECHNICIAN(1),
        CHANNEL(2),
        CATEGORY(3);

        private final int rank;

        Dimension(int rank) {
            this.rank = rank;
        }

        /** The same for ever, so it can be stored. */
        public int rank() {
            return rank;
        }

        public static Dimension of(int rank) {
            return Arrays.stream(values())
                    .filter(dimension -> dimension.rank == rank)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no dimension " + rank));
        }
    }

    /** What is counted; durations in seconds. */
    enum Count {
        OPENED,
        CLOSED,
        REOPENED,
        ANSWERS,
        FIRST_ANSWERS,
        FIRST_ANSWER,
        FIRST_ANSWER_WORKING,
        RESOLUTION,
        RESOLUTION_WORKING,
        RATINGS,
        STARS
    }

    /** @param until not included */
    record Span(Grain grain, long from, long until) {
        public boolean isEmpty() {
            return from >= until;
        }
    }

    /**
     * What of it all is asked for.
     *
     * @param queues those that count; all if absent
     * @param side of which the tickets were (E4)
     */
    record Within(Optional<Set<QueueId>> queues, Side side) {
        public Within {
            queues = queues.map(Set::copyOf);
        }

        /** Everything. */
        public static Within everything() {
            return new Within(Optional.empty(), Side.everything());
        }

        public boolean holds(QueueId queue, @Nullable ResellerId reseller) {
            return queues.map(some -> some.contains(queue)).orElse(true) && side.holds(reseller);
        }
    }

    /**
     * @param reseller whose customers' tickets; null for those of no reseller's
     * @param name in its dimension; empty for {@link Dimension#ALL}
     */
    record Key(
            Grain grain,
            Dimension dimension,
            long slot,
            QueueId queue,
            @Nullable ResellerId reseller,
            String name) {}

    /** @param spread how durations are spread, in the core's own form; empty but for {@link Dimension#ALL} */
    record Row(Key key, Counts counts, String spread) {}

    record Sum(
            Dimension dimension,
            String name,
            QueueId queue,
            @Nullable ResellerId reseller,
            Counts counts) {}

    /** Numbers of everything that is counted; what is absent is 0. */
    record Counts(Map<Count, Long> numbers) {
        public static final Counts NONE = new Counts(Map.of());

        public Counts {
            Map<Count, Long> copy = new EnumMap<>(Count.class);
            copy.putAll(numbers);
            copy.values().removeIf(number -> number == 0);
            numbers = Collections.unmodifiableMap(copy);
        }

        public long get(Count count) {
            return numbers.getOrDefault(count, 0L);
        }

        public Counts plus(Counts other) {
            Map<Count, Long> sum = new EnumMap<>(Count.class);
            sum.putAll(numbers);
            other.numbers.forEach((count, number) -> sum.merge(count, number, Long::sum));
            return new Counts(sum);
        }
    }
}
