// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.memory.internal.storage;

import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.PriceStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Changes of prices. For use inside a unit of work alone. */
final class MemoryPrices implements PriceStore {
    private static final Comparator<PriceChange> BY_BEGINNING =
            Comparator.comparing(PriceChange::from).thenComparing(PriceChange::number);

    private final Tables tables;

    MemoryPrices(Tables tables) {
        this.tables = tables;
    }

    @Override
    public void add(PriceChange change) {
        long number = tables.nextId();
        tables.prices.put(number, change.numbered(number));
    }

    @Override
    public List<PriceChange> inForce(ResellerId reseller, Instant at) {
        return latest(
                at,
                change -> change.reseller().filter(id -> !id.equals(reseller)).isEmpty());
    }

    @Override
    public List<PriceChange> inForce(Instant at) {
        return latest(at, change -> true);
    }

    @Override
    public List<PriceChange> history(Optional<ResellerId> reseller, int limit) {
        return all().filter(change -> change.reseller().equals(reseller))
                .sorted(BY_BEGINNING.reversed())
                .limit(limit)
                .toList();
    }

    private List<PriceChange> latest(Instant at, java.util.function.Predicate<PriceChange> which) {
        Map<Optional<ResellerId>, PriceChange> found = all().filter(which)
                .filter(change -> !change.from().isAfter(at))
                .collect(Collectors.toMap(
                        PriceChange::reseller, Function.identity(), BinaryOperator.maxBy(BY_BEGINNING)));
        return List.copyOf(found.values());
    }

    private Stream<PriceChange> all() {
        return tables.prices.rows().stream();
    }
}
