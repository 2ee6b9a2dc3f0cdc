// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.statistics;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.money.Billing;
import dev.troubletickets.core.statistics.Slots.Part;
import dev.troubletickets.core.statistics.Spread.Measure;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.people.StaffId;
import dev.troubletickets.people.StaffProfile;
import dev.troubletickets.rights.Permission;
import dev.troubletickets.settings.Queue;
import dev.troubletickets.spi.storage.StatisticsStore;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Counts;
import dev.troubletickets.spi.storage.StatisticsStore.Dimension;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Sum;
import dev.troubletickets.spi.storage.StatisticsStore.Within;
import dev.troubletickets.statistics.Figures;
import dev.troubletickets.statistics.Figures.Times;
import dev.troubletickets.statistics.ResellerShare;
import dev.troubletickets.statistics.ResellerShare.Billed;
import dev.troubletickets.statistics.Share;
import dev.troubletickets.statistics.Statistics;
import dev.troubletickets.statistics.StatisticsQuery;
import dev.troubletickets.statistics.TechnicianShare;
import dev.troubletickets.ticket.Channel;
import dev.troubletickets.ticket.QueueId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Figures of a range, for one who may see them, of the queues they see (E10, B2). */
public final class Reports {
    private static final List<Grain> GRAINS = List.of(Grain.MONTH, Grain.DAY, Grain.QUARTER);
    /** If lines are counted meanwhile, which takes longer than to read. */
    private static final int TRIES = 5;

    private final Scope scope;
    private final StatisticsQuery query;
    private final Within within;
    /** Empty where they may not see it. */
    private final Optional<Map<ResellerId, Billed>> billed;

    private final List<Sum> sums = new ArrayList<>();
    private final Map<String, Counts> resellers = new TreeMap<>();
    private final SpreadSum spread = new SpreadSum();

    private Reports(Scope scope, StatisticsQuery query, Within within, Optional<Map<ResellerId, Billed>> billed) {
        this.scope = scope;
        this.query = query;
        this.within = within;
        this.billed = billed;
    }

    /** @throws dev.troubletickets.failure.NotPermitted without the permission */
    public static Statistics of(Scope scope, Viewer.Staff staff, StatisticsQuery query) {
        staff.require(Permission.STATISTICS);
        Within within = new Within(
                staff.isMainAdministrator()
                        ? Optional.empty()
                        : Optional.of(scope.installation().queues().stream()
                                .map(Queue::id)
                                .filter(staff::sees)
                                .collect(Collectors.toSet())),
                staff.side());
        Optional<Map<ResellerId, Billed>> billed =
                staff.has(Permission.PRICES) ? Optional.of(Billing.of(scope, query)) : Optional.empty();
        for (int tries = 1; ; tries++) {
            Counting.Far far = Counting.far(scope);
            Statistics read = new Reports(scope, query, within, billed).read(far);
            // what was counted in between, one statement has seen and another has not
            if (tries == TRIES || Counting.far(scope).equals(far)) {
                return read;
            }
        }
    }

    private Statistics read(Counting.Far far) {
        StatisticsStore store = scope.stores().statistics();
        Kept kept = new Kept(store, within);
        List<Part> parts = Slots.parts(query.begin(), query.end(), GRAINS);
        kept.sums(parts, (sign, sum) -> sums.add(signed(sign, sum)));
        kept.spreads(parts, spread::add);
        kept.byReseller(
                parts,
                (sign, found) -> found.forEach((whose, counts) -> resellers.merge(
                        whose.reseller().orElseThrow().value(), Kept.signed(sign, counts), Counts::plus)));
        return new Statistics(
                query,
                far.asOf(),
                figures(total(Dimension.ALL)),
                spread.percentiles(Measure.FIRST_ANSWER),
                spread.percentiles(Measure.FIRST_ANSWER_WORKING),
                spread.percentiles(Measure.RESOLUTION),
                spread.percentiles(Measure.RESOLUTION_WORKING),
                technicians(store.load(within)),
                shares(byName(Dimension.CHANNEL), Channel::valueOf),
                shares(byName(Dimension.CATEGORY), Function.identity()),
                queues(),
                resellers(),
                new Points(query).series(kept));
    }

    private static Sum signed(int sign, Sum sum) {
        return new Sum(sum.dimension(), sum.name(), sum.queue(), Kept.signed(sign, sum.counts()));
    }

    private Counts total(Dimension dimension) {
        return sums.stream()
                .filter(sum -> sum.dimension() == dimension)
                .map(Sum::counts)
                .reduce(Counts.NONE, Counts::plus);
    }

    private Map<String, Counts> byName(Dimension dimension) {
        return sums.stream()
                .filter(sum -> sum.dimension() == dimension)
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(Sum::name, Sum::counts, Counts::plus, TreeMap::new), Reports::counted));
    }

    /** Without those of which all was taken away. */
    private static <K> Map<K, Counts> counted(Map<K, Counts> all) {
        all.values().removeIf(Counts.NONE::equals);
        return all;
    }

    private static <T> List<Share<T>> shares(Map<String, Counts> all, Function<String, T> of) {
        return all.entrySet().stream()
                .map(each -> new Share<>(of.apply(each.getKey()), each.getKey(), figures(each.getValue())))
                .toList();
    }

    private List<Share<QueueId>> queues() {
        Map<QueueId, Counts> queues = new TreeMap<>(Comparator.comparingLong(QueueId::value));
        sums.stream()
                .filter(sum -> sum.dimension() == Dimension.ALL)
                .forEach(sum -> queues.merge(sum.queue(), sum.counts(), Counts::plus));
        return counted(queues).entrySet().stream()
                .map(each -> new Share<>(
                        each.getKey(),
                        scope.installation()
                                .find(each.getKey())
                                .map(Queue::name)
                                .orElse(Long.toString(each.getKey().value())),
                        figures(each.getValue())))
                .toList();
    }

    private List<ResellerShare> resellers() {
        TreeSet<String> names = new TreeSet<>(counted(resellers).keySet());
        billed.ifPresent(all -> all.keySet().forEach(id -> names.add(id.value())));
        return names.stream()
                .map(name -> new ResellerShare(
                        ResellerId.of(name),
                        name,
                        figures(resellers.getOrDefault(name, Counts.NONE)),
                        billed.map(all -> all.getOrDefault(ResellerId.of(name), Billed.NOTHING))))
                .toList();
    }

    private List<TechnicianShare> technicians(Map<StaffId, Long> load) {
        Map<String, Counts> counts = byName(Dimension.TECHNICIAN);
        TreeSet<String> names = new TreeSet<>(counts.keySet());
        load.keySet().forEach(id -> names.add(id.value()));
        List<StaffId> ids = names.stream().map(StaffId::of).toList();
        Map<StaffId, StaffProfile> profiles = scope.profiles(ids);
        return ids.stream()
                .map(id -> new TechnicianShare(
                        id,
                        Optional.ofNullable(profiles.get(id))
                                .map(StaffProfile::fullName)
                                .orElse(id.value()),
                        load.getOrDefault(id, 0L),
                        figures(counts.getOrDefault(id.value(), Counts.NONE))))
                .toList();
    }

    private static Figures figures(Counts counts) {
        return new Figures(
                counts.get(Count.OPENED),
                counts.get(Count.CLOSED),
                counts.get(Count.REOPENED),
                counts.get(Count.ANSWERS),
                times(counts, Count.FIRST_ANSWERS, Count.FIRST_ANSWER, Count.FIRST_ANSWER_WORKING),
                times(counts, Count.CLOSED, Count.RESOLUTION, Count.RESOLUTION_WORKING),
                counts.get(Count.RATINGS),
                Points.average(counts, Count.STARS, Count.RATINGS));
    }

    private static Times times(Counts counts, Count number, Count real, Count working) {
        long all = counts.get(number);
        return all == 0
                ? new Times(0, Optional.empty(), Optional.empty())
                : new Times(
                        all,
                        Optional.of(Duration.ofSeconds(Math.round((double) counts.get(real) / all))),
                        Optional.of(Duration.ofSeconds(Math.round((double) counts.get(working) / all))));
    }
}
