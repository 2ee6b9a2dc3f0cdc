// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.PriceStoreContract.RITA;
import static dev.troubletickets.contract.storage.PriceStoreContract.RUTH;
import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.UNICODE;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.money.Charge;
import dev.troubletickets.money.CustomerCount;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore.After;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.WriteConflict;
import dev.troubletickets.ticket.TicketId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The ledger: each charge once under its key, in the order of time; and the days on which customers were counted (E5). */
@Tag("E5")
public interface LedgerStoreContract extends StorageUnderTest {
    LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    default void aChargeIsKeptAsItWasMade() {
        Charge ofTicket = new Charge(
                0,
                "ticket:7",
                RITA,
                START,
                Charge.Kind.TICKET,
                Optional.of(TicketId.of(7)),
                1,
                Money.of("0.003", "KWD"),
                Charge.Why.price(price(RITA)),
                Optional.empty());
        Charge correction = correction("k'ř\uD83D\uDC69", RITA, Money.of("-12345678901234.567", "KWD"), minutes(1));
        run(unit -> {
            unit.ledger().add(ofTicket);
            unit.ledger().add(correction);
        });

        Charge kept = read().ledger().find("ticket:7").orElseThrow();
        assertThat(kept).isEqualTo(ofTicket.numbered(kept.number()));
        Charge keptCorrection = read().ledger().find(correction.key()).orElseThrow();
        assertThat(keptCorrection).isEqualTo(correction.numbered(keptCorrection.number()));
        assertThat(keptCorrection.number()).isGreaterThan(kept.number());
        assertThat(read().ledger().find("TICKET:7")).isEmpty();
        assertThat(read().ledger().knows(RITA)).isTrue();
        assertThat(read().ledger().knows(RUTH)).isFalse();
    }

    @Test
    default void aKeyIsChargedOnce() {
        assertThat(add("a", RITA, "1.00", START)).isTrue();
        assertThat(add("a", RITA, "2.00", START)).isFalse();
        assertThat(add("a", RUTH, "2.00", START)).isFalse();

        assertThat(read().ledger().find("a").orElseThrow().amount()).isEqualTo(Money.of("1.00", "EUR"));
    }

    @Test
    default void manyWhoChargeOneKeyAtOnceChargeOnce() throws Exception {
        List<Boolean> added = Race.of(
                4,
                number -> Race.retrying(
                        storage(),
                        unit -> unit.ledger().add(correction("once", RITA, Money.of("1.00", "EUR"), START))));

        assertThat(added).containsOnlyOnce(true);
    }

    @Test
    default void chargesAreListedInTheOrderOfTimePageByPage() {
        add("late", RITA, "1.00", minutes(9));
        add("first", RITA, "2.00", minutes(1));
        add("second", RITA, "3.00", minutes(1));
        add("ruths", RUTH, "4.00", minutes(1));
        Lines all = new Lines.Between(RITA, minutes(1), minutes(10));

        assertThat(keys(read().ledger().list(all, null, 10))).containsExactly("first", "second", "late");
        Charge first = read().ledger().list(all, null, 1).get(0);
        assertThat(keys(read().ledger().list(all, new After(first.at(), first.number()), 10)))
                .containsExactly("second", "late");
        assertThat(keys(read().ledger().list(new Lines.Between(RITA, minutes(1), minutes(9)), null, 10)))
                .containsExactly("first", "second");
        assertThat(keys(read().ledger().list(new Lines.Open(RITA, minutes(9)), null, 10)))
                .containsExactly("first", "second");
    }

    @Test
    default void sumsAreToldForEachCurrencyByItsCode() {
        add("a", RITA, "1.10", START);
        add("b", RITA, "2.20", START);
        run(unit -> unit.ledger().add(correction("c", RITA, Money.of("-7", "JPY"), START)));
        run(unit -> unit.ledger().add(correction("d", RITA, Money.of("0.001", "KWD"), START)));
        add("e", RUTH, "9.00", START);

        assertThat(read().ledger().sums(new Lines.Open(RITA, minutes(1))).charges())
                .isEqualTo(4);
        assertThat(read().ledger().sums(new Lines.Open(RITA, minutes(1))).totals())
                .containsExactly(Money.of("3.30", "EUR"), Money.of("-7", "JPY"), Money.of("0.001", "KWD"));
        assertThat(read().ledger().sums(new Lines.Open(RITA, START)).totals()).isEmpty();
    }

    @Test
    @Tag("E10")
    default void totalsOfARangeAreToldForEachResellerWithoutThoseForCustomers() {
        add("a", RITA, "1.10", START);
        add("b", RITA, "2.20", minutes(1));
        add("before", RITA, "50.00", START.minusSeconds(1));
        add("after", RUTH, "60.00", minutes(2));
        run(unit -> unit.ledger().add(correction("c", RITA, Money.of("-7", "JPY"), START)));
        run(unit -> unit.ledger().add(correction("d", RUTH, Money.of("-0.001", "KWD"), minutes(1))));
        Charge.Why why = Charge.Why.price(price(null));
        run(unit -> unit.ledger()
                .add(new Charge(
                        0,
                        "customers",
                        RUTH,
                        START,
                        Charge.Kind.CUSTOMERS,
                        Optional.empty(),
                        30,
                        Money.of("70.00", "EUR"),
                        why,
                        Optional.empty())));

        assertThat(read().ledger().totals(START, minutes(2)))
                .isEqualTo(Map.of(
                        RITA,
                        List.of(Money.of("3.30", "EUR"), Money.of("-7", "JPY")),
                        RUTH,
                        List.of(Money.of("-0.001", "KWD"))));
        assertThat(read().ledger().totals(minutes(3), minutes(4))).isEmpty();
    }

    @Test
    @Tag("E10")
    default void countsOfARangeAreThereWhetherTheyAreChargedOrNot() {
        Optional<PriceChange> price = Optional.of(price(null));
        for (int day : List.of(3, 0, 1, 2)) {
            run(unit -> unit.ledger().add(new CustomerCount(RUTH, DAY.plusDays(day), minutes(day), day, price)));
        }
        CustomerCount ritas = new CustomerCount(RITA, DAY.plusDays(2), START, 99, Optional.empty());
        run(unit -> unit.ledger().add(ritas));
        write().ledger().charged(RUTH, List.of(DAY.plusDays(1)));

        List<CustomerCount> found = read().ledger().counts(DAY.plusDays(1), DAY.plusDays(2));
        assertThat(found).extracting(CustomerCount::reseller).containsExactly(RITA, RUTH, RUTH);
        assertThat(found).extracting(CustomerCount::customers).containsExactly(99L, 1L, 2L);
        assertThat(found.get(0)).isEqualTo(ritas);
        assertThat(read().ledger().counts(DAY.plusDays(4), DAY.plusDays(9))).isEmpty();
    }

    @Test
    default void aDayIsCountedOnce() {
        assertThat(write().ledger().countOn(DAY, START)).isTrue();
        assertThat(write().ledger().countOn(DAY, minutes(1))).isFalse();
        assertThat(write().ledger().countOn(DAY.plusDays(1), minutes(1))).isTrue();
    }

    @Test
    default void countsWaitToBeChargedOnce() {
        Optional<PriceChange> price = Optional.of(price(null));
        for (int day : List.of(2, 0, 1, 10)) {
            run(unit -> unit.ledger().add(new CustomerCount(RITA, DAY.plusDays(day), minutes(day), day, price)));
        }
        run(unit -> unit.ledger().add(new CustomerCount(RUTH, DAY, START, 99, price)));
        run(unit -> unit.ledger().add(new CustomerCount(RITA, DAY.plusDays(3), START, 99, Optional.empty())));

        assertThat(read().ledger().uncharged(RITA, DAY.plusDays(2)))
                .extracting(CustomerCount::day)
                .containsExactly(DAY, DAY.plusDays(1), DAY.plusDays(2));
        assertThat(read().ledger().uncharged(RITA, DAY.plusDays(10)).get(3))
                .isEqualTo(new CustomerCount(RITA, DAY.plusDays(10), minutes(10), 10, price));
        write().ledger().charged(RITA, List.of(DAY, DAY.plusDays(1)));
        write().ledger().charged(RITA, List.of());
        assertThat(read().ledger().uncharged(RITA, DAY.plusDays(2))).hasSize(1);
        assertThat(read().ledger().uncharged(RUTH, DAY)).hasSize(1);
        assertThatThrownBy(() -> write().ledger().charged(RITA, List.of(DAY, DAY.plusDays(2))))
                .isInstanceOf(WriteConflict.class);
        assertThatThrownBy(() -> run(unit -> unit.ledger().add(new CustomerCount(RITA, DAY, START, 1, price))))
                .isInstanceOf(WriteConflict.class);
    }

    private boolean add(String key, ResellerId reseller, String amount, Instant at) {
        return write().ledger().add(correction(key, reseller, Money.of(amount, "EUR"), at));
    }

    private PriceChange price(@Nullable ResellerId reseller) {
        run(unit -> unit.prices().add(PriceStoreContract.change(reseller, "12.50", START)));
        return read().prices().history(Optional.ofNullable(reseller), 1).get(0);
    }

    private static List<String> keys(List<Charge> charges) {
        return charges.stream().map(Charge::key).toList();
    }

    static Charge correction(String key, ResellerId reseller, Money amount, Instant at) {
        Charge.Why why = new Charge.Why(Optional.empty(), Optional.of(UNICODE), Optional.of(JOHN));
        return new Charge(
                0, key, reseller, at, Charge.Kind.CORRECTION, Optional.empty(), 1, amount, why, Optional.empty());
    }
}
