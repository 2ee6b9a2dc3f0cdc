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
    /** The rows of that time, of some tickets. */
    List<Row> at(Grain grain, long slot, Set<Whose> whose);

    /** Keeps the rows, each in place of the one of its key. */
    void put(List<Row> rows);

    /** The sums over all of these spans, per dimension but {@link Dimension#TOGETHER}, name and queue. Without the spreads. */
    List<Sum> sums(Spans spans, Of of);

    /** The sums of {@link Dimension#ALL} over all of these spans, of each of whose tickets there are any. */
    Map<Whose, Counts> byWhose(Spans spans, Of of);

    /**
     * The sums of each time in any of the spans: of {@link Dimension#ALL} where queues are named, and of {@link Dimension#TOGETHER} where all
     * count.
     */
    Map<Long, Counts> bySlot(Spans spans, Of of);

    /** The spreads of {@link Dimension#ALL} that are not empty. */
    List<String> spreads(Spans spans, Of of);

    /** Whose tickets there are rows of, at {@link Grain#MONTH}. */
    Set<Whose> whose();

    /** How many new and open tickets, neither snoozed nor merged, are assigned to each technician who has any. */
    Map<StaffId, Long> load(Within within);

    /** Lengths of time. */
    enum Grain {
        /** Of an hour, since 1970. */
        QUARTER(0),
        /** Since 1970. */
        HOUR(1),
        /** Of a quarter of a day of UTC, since 1970. */
        SIX_HOURS(4),
        /** Of UTC, since 1970. */
        DAY(2),
        /** Of UTC, since the year 0. */
        MONTH(3);

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
        CATEGORY(3),
        /** Not even by queue: series of all queues are read from fewer rows then. */
        TOGETHER(4);

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
    record Span(long from, long until) {
        public Span {
            if (from >= until) {
                throw new IllegalArgumentException("a span is not empty");
            }
        }
    }

    /** Times of one grain, apart from each other; at least one. */
    record Spans(Grain grain, List<Span> spans) {
        public Spans {
            spans = List.copyOf(spans);
            if (spans.isEmpty()) {
                throw new IllegalArgumentException("there is a span at least");
            }
        }
    }

    /**
     * Whose customers' tickets a row is of. What counts does so twice: among everybody's, and among those of its own reseller, or of none.
     *
     * @param code to be stored, at most 191 characters; the same for ever
     */
    record Whose(String code) {
        public static final Whose EVERYBODYS = new Whose("*");

        private static final String OF = "=";

        /** @param reseller null for those of no reseller's customers */
        public static Whose customersOf(@Nullable ResellerId reseller) {
            return new Whose(reseller == null ? "-" : OF + reseller.value());
        }

        /** Absent for everybody's, and for those of no reseller's. */
        public Optional<ResellerId> reseller() {
            return code.startsWith(OF) ? Optional.of(ResellerId.of(code.substring(OF.length()))) : Optional.empty();
        }
    }

    /**
     * What rows are asked for.
     *
     * @param queues those that count; all if absent
     */
    record Of(Optional<Set<QueueId>> queues, Set<Whose> whose) {
        public Of {
            queues = queues.map(Set::copyOf);
            whose = Set.copyOf(whose);
        }
    }

    /**
     * What tickets are asked for.
     *
     * @param queues those that count; all if absent
     * @param side of which the tickets are (E4)
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
     * @param queue null for {@link Dimension#TOGETHER} alone
     * @param name in its dimension; empty for {@link Dimension#ALL} and {@link Dimension#TOGETHER}
     */
    record Key(
            Grain grain,
            Dimension dimension,
            Whose whose,
            long slot,
            @Nullable QueueId queue,
            String name) {}

    /** @param spread how durations are spread, in the core's own form; empty but for {@link Dimension#ALL} */
    record Row(Key key, Counts counts, String spread) {}

    record Sum(Dimension dimension, String name, QueueId queue, Counts counts) {}

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

        public Counts negated() {
            Map<Count, Long> negated = new EnumMap<>(Count.class);
            numbers.forEach((count, number) -> negated.put(count, -number));
            return new Counts(negated);
        }
    }
}
