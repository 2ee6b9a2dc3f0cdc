// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What resellers are charged. For use inside a unit of work alone. */
final class MemoryLedger implements LedgerStore {
    static final Comparator<CountKey> BY_COUNT = Comparator.<CountKey, String>comparing(
                    key -> key.reseller().value())
            .thenComparing(CountKey::day);

    private static final Comparator<Charge> IN_TIME =
            Comparator.comparing(Charge::at).thenComparing(Charge::number);

    private final Tables tables;

    MemoryLedger(Tables tables) {
        this.tables = tables;
    }

    record CountKey(ResellerId reseller, LocalDate day) {}

    record Counted(CustomerCount count, boolean charged) {}

    @Override
    public boolean add(Charge charge) {
        if (tables.chargeKeys.has(charge.key())) {
            return false;
        }
        long number = tables.nextId();
        tables.chargeKeys.put(charge.key(), number);
        tables.charges.put(number, charge.numbered(number));
        return true;
    }

    @Override
    public Optional<Charge> find(String key) {
        return tables.chargeKeys.find(key).flatMap(tables.charges::find);
    }

    @Override
    public List<Charge> list(Lines lines, @Nullable After after, int limit) {
        return all(lines)
                .filter(charge -> after == null || isAfter(charge, after))
                .sorted(IN_TIME)
                .limit(limit)
                .toList();
    }

    @Override
    public Sums sums(Lines lines) {
        List<Charge> all = all(lines).toList();
        return sums(all);
    }

    @Override
    public Map<ResellerId, List<Money>> totals(Instant from, Instant before) {
        return tables.charges.rows().stream()
                .filter(charge -> charge.kind() != Charge.Kind.CUSTOMERS)
                .filter(charge -> !charge.at().isBefore(from) && charge.at().isBefore(before))
                .collect(Collectors.groupingBy(
                        Charge::reseller,
                        Collectors.collectingAndThen(
                                Collectors.toList(), each -> sums(each).totals())));
    }

    @Override
    public List<CustomerCount> counts(LocalDate from, LocalDate through) {
        return tables.customerCounts.rows().stream()
                .map(Counted::count)
                .filter(count -> !count.day().isBefore(from) && !count.day().isAfter(through))
                .toList();
    }

    static Sums sums(List<Charge> all) {
        Map<String, Money> totals = new TreeMap<>();
        all.forEach(charge -> totals.merge(charge.amount().currency().getCurrencyCode(), charge.amount(), Money::plus));
        return new Sums(all.size(), List.copyOf(totals.values()));
    }

    @Override
    public boolean knows(ResellerId reseller) {
        return tables.charges.rows().stream()
                .anyMatch(charge -> charge.reseller().equals(reseller));
    }

    @Override
    public boolean countOn(LocalDate day, Instant at) {
        if (tables.countDays.has(day)) {
            return false;
        }
        tables.countDays.put(day, at);
        return true;
    }

    @Override
    public void add(CustomerCount count) {
        CountKey key = new CountKey(count.reseller(), count.day());
        if (tables.customerCounts.has(key)) {
            throw new WriteConflict("the reseller's customers were counted on that day");
        }
        tables.customerCounts.put(key, new Counted(count, false));
    }

    @Override
    public List<CustomerCount> uncharged(ResellerId reseller, LocalDate through) {
        return tables.customerCounts.rows().stream()
                .filter(row -> !row.charged() && row.count().reseller().equals(reseller))
                .map(Counted::count)
                .filter(count -> count.price().isPresent() && !count.day().isAfter(through))
                .toList();
    }

    @Override
    public void charged(ResellerId reseller, Collection<LocalDate> days) {
        for (LocalDate day : days) {
            CountKey key = new CountKey(reseller, day);
            Counted row = tables.customerCounts
                    .find(key)
                    .filter(found -> !found.charged())
                    .orElseThrow(() -> new WriteConflict("a day is charged already"));
            tables.customerCounts.put(key, new Counted(row.count(), true));
        }
    }

    private Stream<Charge> all(Lines lines) {
        return tables.charges.rows().stream()
                .filter(charge -> charge.reseller().equals(lines.reseller()) && isOf(lines, charge));
    }

    private static boolean isOf(Lines lines, Charge charge) {
        if (lines instanceof Lines.Between between) {
            return !charge.at().isBefore(between.from()) && charge.at().isBefore(between.before());
        }
        return lines instanceof Lines.Open open
                ? charge.statement().isEmpty() && charge.at().isBefore(open.before())
                : charge.statement().equals(Optional.of(((Lines.Of) lines).statement()));
    }

    private static boolean isAfter(Charge charge, After after) {
        int time = charge.at().compareTo(after.at());
        return time > 0 || (time == 0 && charge.number() > after.number());
    }
}
