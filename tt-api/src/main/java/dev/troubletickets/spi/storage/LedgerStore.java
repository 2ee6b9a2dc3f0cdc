// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.spi.storage;

import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What resellers are charged, and how many customers they had (E5). Nothing in it outlives or dies with a ticket. */
public interface LedgerStore {
    /**
     * Keeps a charge, under a new number and in no statement.
     *
     * @return false, having written nothing, if there is one of that key
     */
    boolean add(Charge charge);

    Optional<Charge> find(String key);

    /** In the order of time, then of numbers. */
    List<Charge> list(Lines lines, @Nullable After after, int limit);

    Sums sums(Lines lines);

    /**
     * What each reseller's charges come to that happened from one instant on and before another, but those for customers: one amount for
     * each currency that occurs, by code.
     */
    Map<ResellerId, List<Money>> totals(Instant from, Instant before);

    /** How many customers were counted from one day through another, whether they are charged or not, by reseller, then by day. */
    List<CustomerCount> counts(LocalDate from, LocalDate through);

    /** True if there is any charge of the reseller. */
    boolean knows(ResellerId reseller);

    /** Notes that customers were counted on a day; false, having written nothing, if they were before. */
    boolean countOn(LocalDate day, Instant at);

    /** @throws WriteConflict at the latest on commit, if there is one of that reseller and day */
    void add(CustomerCount count);

    /** Those that have a price and are not charged yet, through a day, by day. */
    List<CustomerCount> uncharged(ResellerId reseller, LocalDate through);

    /**
     * Marks them as charged.
     *
     * @throws WriteConflict if one of them is, already
     */
    void charged(ResellerId reseller, Collection<LocalDate> days);

    /** Which charges. */
    sealed interface Lines {
        ResellerId reseller();

        /** Those that happened from one instant on and before another. */
        record Between(ResellerId reseller, Instant from, Instant before) implements Lines {}

        /** Those in no statement that happened before an instant. */
        record Open(ResellerId reseller, Instant before) implements Lines {}

        /** Those in a statement. */
        record Of(StatementId statement) implements Lines {
            @Override
            public ResellerId reseller() {
                return statement.reseller();
            }
        }

        /** Those that happened in the period, whose days begin and end in that zone. */
        static Lines in(ResellerId reseller, BillingPeriod period, ZoneId zone) {
            return new Between(reseller, period.start(zone), period.end(zone));
        }
    }

    /** The last charge of the page before. */
    record After(Instant at, long number) {}

    /** @param totals one for each currency that occurs, by code */
    record Sums(long charges, List<Money> totals) {
        public Sums {
            totals = List.copyOf(totals);
        }
    }
}
