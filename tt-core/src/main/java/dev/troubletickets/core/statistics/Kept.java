// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.statistics.Slots.Part;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Of;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.spi.storage.StatisticsStore.Spans;
import dev.troubletickets.spi.storage.StatisticsStore.Sum;
import dev.troubletickets.spi.storage.StatisticsStore.Whose;
import dev.troubletickets.spi.storage.StatisticsStore.Within;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is kept of the tickets within. Those of most are read as everybody's, and the few others taken away; those of few are read as they
 * are.
 */
final class Kept {
    private final StatisticsStore store;
    private final Within within;
    /** Whose tickets there are. */
    private final Set<Whose> each;

    private final List<Signed> tickets;

    Kept(StatisticsStore store, Within within) {
        this.store = store;
        this.within = within;
        this.each = store.whose().stream()
                .filter(whose -> !whose.equals(Whose.EVERYBODYS))
                .collect(Collectors.toSet());
        this.tickets = tickets();
    }

    private List<Signed> tickets() {
        Set<Whose> held = some(whose -> within.side().holds(whose.reseller().orElse(null)));
        Set<Whose> others = some(whose -> !held.contains(whose));
        if (held.size() <= others.size()) {
            return held.isEmpty() ? List.of() : List.of(new Signed(1, of(held)));
        }
        Signed all = new Signed(1, of(Set.of(Whose.EVERYBODYS)));
        return others.isEmpty() ? List.of(all) : List.of(new Signed(-1, of(others)), all);
    }

    private Set<Whose> some(Predicate<Whose> filter) {
        return each.stream().filter(filter).collect(Collectors.toSet());
    }

    private Of of(Set<Whose> whose) {
        return new Of(within.queues(), whose);
    }

    /** Rows to be added (1) or taken away (-1). */
    private record Signed(int sign, Of of) {}

    /** What is to be done with what is found. */
    interface Reader<T> {
        void read(int sign, T found);
    }

    void sums(List<Part> parts, Reader<Sum> reader) {
        each(parts, (sign, rows) -> store.sums(rows.spans(), rows.of()).forEach(sum -> reader.read(sign, sum)));
    }

    void spreads(List<Part> parts, Reader<String> reader) {
        each(parts, (sign, rows) -> store.spreads(rows.spans(), rows.of()).forEach(text -> reader.read(sign, text)));
    }

    /** Of the resellers whose customers' tickets are within. */
    void byReseller(List<Part> parts, Reader<Map<Whose, Counts>> reader) {
        Set<Whose> resellers =
                some(whose -> whose.reseller().map(within.side()::holds).orElse(false));
        if (!resellers.isEmpty()) {
            bySign(parts, (sign, spans) -> reader.read(sign, store.byWhose(spans, of(resellers))));
        }
    }

    /** What each time counts that any of the parts has, whether it is to be added or taken away there. */
    NavigableMap<Long, Counts> bySlot(Grain grain, Collection<Part> parts) {
        TreeMap<Long, Counts> found = new TreeMap<>();
        List<Span> spans =
                joined(parts.stream().filter(part -> part.grain() == grain).map(Part::span));
        if (!spans.isEmpty()) {
            for (Signed signed : tickets) {
                store.bySlot(new Spans(grain, spans), signed.of())
                        .forEach((slot, counts) -> found.merge(slot, signed(signed.sign(), counts), Counts::plus));
            }
        }
        return found;
    }

    static Counts signed(int sign, Counts counts) {
        return sign < 0 ? counts.negated() : counts;
    }

    private record Rows(Spans spans, Of of) {}

    private void each(List<Part> parts, BiConsumer<Integer, Rows> work) {
        for (Signed signed : tickets) {
            bySign(
                    parts,
                    (sign, spans) ->
                            work.accept(sign * signed.sign(), new Rows(spans, full(spans.grain(), signed.of()))));
        }
    }

    /** Of everybody's, quarters are there for series alone: they are told from those of each. */
    private Of full(Grain grain, Of of) {
        return grain == Grain.QUARTER && of.whose().contains(Whose.EVERYBODYS) ? of(each) : of;
    }

    /** What is to be taken away first. */
    private static void bySign(List<Part> parts, BiConsumer<Integer, Spans> work) {
        for (int sign : new int[] {-1, 1}) {
            for (Grain grain : Grain.values()) {
                List<Span> spans = joined(parts.stream()
                        .filter(part -> part.sign() == sign && part.grain() == grain)
                        .map(Part::span));
                if (!spans.isEmpty()) {
                    work.accept(sign, new Spans(grain, spans));
                }
            }
        }
    }

    /** Neighbours, and those that overlap, as one. */
    private static List<Span> joined(Stream<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span span : spans.sorted(Comparator.comparingLong(Span::from)).toList()) {
            Span last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && last.until() >= span.from()) {
                joined.set(joined.size() - 1, new Span(last.from(), Math.max(last.until(), span.until())));
            } else {
                joined.add(span);
            }
        }
        return joined;
    }
}
