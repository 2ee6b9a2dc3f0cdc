// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.LedgerStoreContract.correction;
import static dev.troubletickets.contract.storage.PriceStoreContract.RITA;
import static dev.troubletickets.contract.storage.PriceStoreContract.RUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What charges come to in a range is the sum of those in it, however a store keeps sums, whoever writes at once (E10). */
@Tag("E5")
@Tag("E10")
public interface ChargeTotalsContract extends StorageUnderTest {
    Instant LATE_IN_2025 = Instant.parse("2025-11-20T00:00:00Z");
    int DAYS = 200;
    List<String> CURRENCIES = List.of("EUR", "JPY", "KWD");

    @Test
    default void totalsAreTheSumsOfTheChargesWhateverTheRange() {
        Random random = new Random(7);
        List<Charge> all = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            all.add(some(random, i));
        }
        run(unit -> all.forEach(charge -> unit.ledger().add(charge)));

        for (int i = 0; i < 120; i++) {
            Instant one = moment(random);
            Instant other = moment(random);
            Instant from = one.isBefore(other) ? one : other;
            Instant before = one.isBefore(other) ? other : one;
            assertThat(read().ledger().totals(from, before))
                    .as("from %s before %s", from, before)
                    .isEqualTo(summed(all, from, before));
        }
        assertThat(read().ledger().totals(LATE_IN_2025, LATE_IN_2025)).isEmpty();
    }

    @Test
    default void whatIsChargedUnderAKeyThatIsThereCountsOnce() {
        Charge charge = correction("once", RITA, Money.of("1.00", "EUR"), LATE_IN_2025);
        for (int i = 0; i < 3; i++) {
            run(unit -> unit.ledger().add(charge));
        }

        assertThat(year()).isEqualTo(Map.of(RITA, List.of(Money.of("1.00", "EUR"))));
    }

    @Test
    default void whatIsTakenBackCountsNot() {
        run(unit -> unit.ledger().add(correction("kept", RITA, Money.of("1.00", "EUR"), LATE_IN_2025)));
        assertThatThrownBy(() -> run(unit -> {
                    unit.ledger().add(correction("a", RITA, Money.of("5.00", "EUR"), LATE_IN_2025));
                    unit.ledger().add(correction("b", RUTH, Money.of("5.00", "EUR"), LATE_IN_2025));
                    throw new IllegalStateException("given up");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(year()).isEqualTo(Map.of(RITA, List.of(Money.of("1.00", "EUR"))));
    }

    @Test
    default void allCountsThatManyWriteAtOnce() throws Exception {
        int each = 25;
        Race.of(4, number -> {
            for (int i = 0; i < each; i++) {
                ResellerId reseller = i % 5 == 0 ? RUTH : RITA;
                Charge charge = correction(
                        number + "-" + i, reseller, Money.of("0.0" + (number + 1), "EUR"), LATE_IN_2025.plusSeconds(i));
                Race.retrying(storage(), unit -> unit.ledger().add(charge));
            }
            return true;
        });

        assertThat(year())
                .isEqualTo(Map.of(
                        RITA, List.of(Money.of("2.00", "EUR")),
                        RUTH, List.of(Money.of("0.50", "EUR"))));
    }

    @Test
    default void aSumThatIsTooLargeKeepsNothingFromBeingWritten() {
        Money largest = Money.of("90000000000000000.00", "EUR");
        run(unit -> unit.ledger().add(correction("a", RITA, largest, LATE_IN_2025)));
        run(unit -> unit.ledger().add(correction("b", RITA, largest, LATE_IN_2025)));

        assertThat(read().ledger().find("a")).isPresent();
        assertThat(read().ledger().find("b")).isPresent();
    }

    private Map<ResellerId, List<Money>> year() {
        return read().ledger().totals(LATE_IN_2025, LATE_IN_2025.plus(365, ChronoUnit.DAYS));
    }

    /** Midnights, their neighbours, and others. */
    private static Instant moment(Random random) {
        Instant midnight = LATE_IN_2025.plus(random.nextInt(DAYS), ChronoUnit.DAYS);
        return switch (random.nextInt(5)) {
            case 0 -> midnight;
            case 1 -> midnight.minus(1, ChronoUnit.MICROS);
            case 2 -> midnight.plus(1, ChronoUnit.MICROS);
            case 3 -> midnight.plus(random.nextInt(96) * 15L, ChronoUnit.MINUTES);
            default -> midnight.plus(random.nextInt(86_400_000), ChronoUnit.MILLIS);
        };
    }

    private static Charge some(Random random, int number) {
        Charge.Kind kind = Charge.Kind.values()[random.nextInt(3)];
        Money amount = Money.of(
                Integer.toString(random.nextInt(2000) - 500), CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        Charge charge = correction("k" + number, random.nextBoolean() ? RITA : RUTH, amount, moment(random));
        return new Charge(
                0,
                charge.key(),
                charge.reseller(),
                charge.at(),
                kind,
                Optional.empty(),
                1,
                amount,
                charge.why(),
                Optional.empty());
    }

    private static Map<ResellerId, List<Money>> summed(List<Charge> all, Instant from, Instant before) {
        Map<ResellerId, TreeMap<String, Money>> sums = new HashMap<>();
        for (Charge charge : all) {
            boolean in = !charge.at().isBefore(from) && charge.at().isBefore(before);
            if (in && charge.kind() != Charge.Kind.CUSTOMERS) {
                sums.computeIfAbsent(charge.reseller(), reseller -> new TreeMap<>())
                        .merge(charge.amount().currency().getCurrencyCode(), charge.amount(), Money::plus);
            }
        }
        Map<ResellerId, List<Money>> totals = new HashMap<>();
        sums.forEach((reseller, amounts) -> totals.put(reseller, List.copyOf(amounts.values())));
        return totals;
    }
}
