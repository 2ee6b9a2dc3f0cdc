// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import dev.troubletickets.core.access.Viewer;
import dev.troubletickets.core.work.People;
import dev.troubletickets.core.work.Scope;
import dev.troubletickets.failure.Invalid;
import dev.troubletickets.failure.NotFound;
import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.money.PricesInForce;
import dev.troubletickets.money.PricingUnit;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.rights.Permission;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who pays how much from when on (E5). */
public final class Pricing {
    private static final int MOST_SHOWN = 500;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final People people;
    private final boolean customersAreCounted;

    public Pricing(People people, boolean customersAreCounted) {
        this.people = people;
        this.customersAreCounted = customersAreCounted;
    }

    /** Of the changes in force, the one by which the reseller is charged: their own before the default. */
    static Optional<PriceChange> applying(List<PriceChange> inForce, ResellerId reseller) {
        Optional<PriceChange> custom = inForce.stream()
                .filter(change -> change.reseller().equals(Optional.of(reseller)))
                .filter(change -> change.price().isPresent())
                .findFirst();
        return custom.or(() -> inForce.stream()
                .filter(change -> change.reseller().isEmpty() && change.price().isPresent())
                .findFirst());
    }

    /** The change by which the reseller is charged at this moment. */
    static Optional<PriceChange> applying(Scope scope, ResellerId reseller) {
        return applying(scope.stores().prices().inForce(reseller, scope.now()), reseller);
    }

    /**
     * What an administrator wants.
     *
     * @param price empty to end the reseller's price, or the default
     * @param from empty for now
     */
    public record Change(Optional<ResellerId> reseller, Optional<Price> price, Optional<Instant> from) {}

    public void change(Scope scope, Viewer.Staff staff, Change change) {
        staff.require(Permission.PRICES);
        if (change.reseller().filter(id -> people.reseller(id).isEmpty()).isPresent()) {
            throw new NotFound("reseller");
        }
        if (change.price().filter(each -> each.unit() == PricingUnit.CUSTOMER).isPresent() && !customersAreCounted) {
            throw new Invalid("price", "nobody counts customers: SupportCenter.builder().customerCounts(…)");
        }
        Instant start =
                change.from().map(each -> each.truncatedTo(ChronoUnit.MICROS)).orElse(scope.now());
        if (start.isBefore(scope.now()) || !start.isBefore(LATEST)) {
            throw new Invalid("from", "must not be before now");
        }
        scope.stores()
                .prices()
                .add(new PriceChange(
                        0, change.reseller(), change.price(), start, Optional.of(staff.id()), scope.now()));
    }

    public static PricesInForce inForce(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.PRICES);
        Map<ResellerId, PriceChange> custom = new HashMap<>();
        Optional<PriceChange> standard = Optional.empty();
        for (PriceChange change : scope.stores().prices().inForce(scope.now())) {
            if (change.price().isPresent()) {
                change.reseller().ifPresent(reseller -> custom.put(reseller, change));
                standard = change.reseller().isEmpty() ? Optional.of(change) : standard;
            }
        }
        return new PricesInForce(standard, custom);
    }

    public static List<PriceChange> history(Scope scope, Viewer.Staff staff, Optional<ResellerId> reseller) {
        staff.require(Permission.PRICES);
        return scope.stores().prices().history(reseller, MOST_SHOWN);
    }

    public static ZoneId zone(Scope scope, Viewer.Staff staff) {
        staff.require(Permission.PRICES);
        return PricingBook.zone(scope.stores());
    }

    public static void zone(Scope scope, Viewer.Staff staff, ZoneId zone) {
        staff.require(Permission.PRICES);
        PricingBook.save(scope.stores(), zone);
    }
}
