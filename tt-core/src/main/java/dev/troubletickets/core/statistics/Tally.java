// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.statistics.Counted.Former;
import dev.troubletickets.core.statistics.Counted.Place;
import dev.troubletickets.core.statistics.Counted.Took;
import dev.troubletickets.core.statistics.Spread.Measure;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Dimension;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Row;
import dev.troubletickets.spi.storage.StatisticsStore.Whose;
import dev.troubletickets.ticket.QueueId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What several lines count together, by time and by what is told apart. One thread. */
final class Tally {
    private final Map<StatisticsStore.Key, Counts> counts = new HashMap<>();
    private final Map<StatisticsStore.Key, Spread> spreads = new HashMap<>();

    void add(Instant at, Counted counted) {
        Spread spread = new Spread();
        add(at, counted.place(), numbers(counted, spread), spread.text());
        Former former = counted.former();
        if (former != null) {
            Counts gone = new Counts(Map.of(Count.RATINGS, -1L, Count.STARS, (long) -former.stars()));
            add(former.at(), former.place(), gone, "");
        }
    }

    /** Adds it all to what is kept. */
    void addTo(StatisticsStore store) {
        Map<StatisticsStore.Key, Row> kept = new HashMap<>();
        Map<Time, Set<Whose>> times = new HashMap<>();
        counts.keySet()
                .forEach(key -> times.computeIfAbsent(new Time(key.grain(), key.slot()), time -> new HashSet<>())
                        .add(key.whose()));
        times.forEach(
                (time, whose) -> store.at(time.grain(), time.slot(), whose).forEach(row -> kept.put(row.key(), row)));
        List<Row> rows = new ArrayList<>();
        counts.forEach((key, more) -> {
            Row before = kept.getOrDefault(key, new Row(key, Counts.NONE, ""));
            Spread spread = spreads.getOrDefault(key, new Spread());
            spread.add(before.spread());
            rows.add(new Row(key, before.counts().plus(more), spread.text()));
        });
        store.put(rows);
    }

    private record Time(Grain grain, long slot) {}

    private static Counts numbers(Counted counted, Spread spread) {
        Map<Count, Long> numbers = new EnumMap<>(Count.class);
        numbers.put(Count.OPENED, counted.opened() ? 1L : 0);
        numbers.put(Count.ANSWERS, counted.answered() ? 1L : 0);
        numbers.put(Count.REOPENED, counted.reopened() ? 1L : 0);
        numbers.put(Count.RATINGS, counted.stars() > 0 ? 1L : 0);
        numbers.put(Count.STARS, (long) counted.stars());
        Took first = counted.first();
        if (first != null) {
            numbers.put(Count.FIRST_ANSWERS, 1L);
            numbers.put(Count.FIRST_ANSWER, first.seconds());
            numbers.put(Count.FIRST_ANSWER_WORKING, first.working());
            spread.add(Measure.FIRST_ANSWER, first.seconds());
            spread.add(Measure.FIRST_ANSWER_WORKING, first.working());
        }
        Took resolution = counted.resolution();
        if (resolution != null) {
            numbers.put(Count.CLOSED, 1L);
            numbers.put(Count.RESOLUTION, resolution.seconds());
            numbers.put(Count.RESOLUTION_WORKING, resolution.working());
            spread.add(Measure.RESOLUTION, resolution.seconds());
            spread.add(Measure.RESOLUTION_WORKING, resolution.working());
        }
        return new Counts(numbers);
    }

    private void add(Instant at, Place place, Counts more, String spread) {
        String reseller = place.reseller();
        for (Whose whose :
                List.of(Whose.EVERYBODYS, Whose.customersOf(reseller == null ? null : ResellerId.of(reseller)))) {
            for (Grain grain : Grain.values()) {
                StatisticsStore.Key all = key(grain, Dimension.ALL, whose, at, place, "");
                add(all, more);
                if (grain != Grain.MONTH) {
                    add(new StatisticsStore.Key(grain, Dimension.TOGETHER, whose, Slots.of(grain, at), null, ""), more);
                }
                if (!isOfSeriesAlone(grain, whose)) {
                    if (!spread.isEmpty()) {
                        spreads.computeIfAbsent(all, key -> new Spread()).add(spread);
                    }
                    named(place).forEach((dimension, name) -> add(key(grain, dimension, whose, at, place, name), more));
                }
            }
        }
    }

    /** Everybody's quarters by name would be as many as those of each reseller's, from which they can be told. */
    private static boolean isOfSeriesAlone(Grain grain, Whose whose) {
        return grain == Grain.HOUR
                || grain == Grain.SIX_HOURS
                || (grain == Grain.QUARTER && whose.equals(Whose.EVERYBODYS));
    }

    private static StatisticsStore.Key key(
            Grain grain, Dimension dimension, Whose whose, Instant at, Place place, String name) {
        return new StatisticsStore.Key(grain, dimension, whose, Slots.of(grain, at), QueueId.of(place.queue()), name);
    }

    private static Map<Dimension, String> named(Place place) {
        Map<Dimension, String> names = new EnumMap<>(Dimension.class);
        put(names, Dimension.TECHNICIAN, place.technician());
        put(names, Dimension.CHANNEL, place.channel());
        put(names, Dimension.CATEGORY, place.category());
        return names;
    }

    private static void put(Map<Dimension, String> names, Dimension dimension, @Nullable String name) {
        if (name != null) {
            names.put(dimension, name);
        }
    }

    private void add(StatisticsStore.Key key, Counts more) {
        counts.merge(key, more, Counts::plus);
    }
}
