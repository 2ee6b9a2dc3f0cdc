// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.troubletickets.money.Price;
import dev.troubletickets.money.PriceChange;
import dev.troubletickets.people.ResellerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changes of prices: the latest that has begun holds, whichever was set first (E5). */
@Tag("E5")
public interface PriceStoreContract extends StorageUnderTest {
    ResellerId RITA = ResellerId.of("rita");
    ResellerId RUTH = ResellerId.of("ruth");

    @Test
    default void aChangeIsKeptAsItWasSet() {
        PriceChange change = change(RITA, "12.50", minutes(5));
        PriceChange end = new PriceChange(
                0, Optional.empty(), Optional.empty(), Instant.parse("9998-12-31T23:59:59Z"), Optional.of(JOHN), START);
        run(unit -> {
            unit.prices().add(change);
            unit.prices().add(end);
        });

        PriceChange kept = read().prices().history(Optional.of(RITA), 10).get(0);
        assertThat(kept).isEqualTo(change.numbered(kept.number()));
        PriceChange keptEnd = read().prices().history(Optional.empty(), 10).get(0);
        assertThat(keptEnd).isEqualTo(end.numbered(keptEnd.number()));
        assertThat(keptEnd.number()).isGreaterThan(kept.number());
    }

    @Test
    default void theLatestThatHasBegunIsInForce() {
        set(RITA, "3", minutes(30));
        set(RITA, "1", minutes(10));
        set(RITA, "2", minutes(20));
        set(RITA, "2.50", minutes(20));
        set(null, "9", minutes(15));
        set(RUTH, "7", minutes(0));

        assertThat(inForce(minutes(9))).isEmpty();
        assertThat(inForce(minutes(10))).containsExactly("1.00 EUR a ticket");
        assertThat(inForce(minutes(29))).containsExactlyInAnyOrder("2.50 EUR a ticket", "9.00 EUR a ticket");
        assertThat(inForce(minutes(99))).containsExactlyInAnyOrder("3.00 EUR a ticket", "9.00 EUR a ticket");
        assertThat(read().prices().inForce(minutes(10))).hasSize(2);
        assertThat(read().prices().inForce(minutes(99))).hasSize(3);
    }

    @Test
    default void theHistoryIsOfOneAloneTheLatestFirst() {
        set(RITA, "1", minutes(10));
        set(RITA, "3", minutes(30));
        set(RITA, "2", minutes(20));
        set(RITA, "2.50", minutes(20));
        set(RUTH, "7", minutes(0));

        assertThat(read().prices().history(Optional.of(RITA), 3))
                .extracting(PriceChange::from)
                .containsExactly(minutes(30), minutes(20), minutes(20));
        assertThat(words(read().prices().history(Optional.of(RITA), 9)))
                .containsExactly("3.00 EUR a ticket", "2.50 EUR a ticket", "2.00 EUR a ticket", "1.00 EUR a ticket");
        assertThat(read().prices().history(Optional.of(ResellerId.of("Rita")), 9))
                .isEmpty();
        assertThat(read().prices().history(Optional.empty(), 9)).isEmpty();
    }

    private List<String> inForce(Instant at) {
        return words(read().prices().inForce(RITA, at));
    }

    private static List<String> words(List<PriceChange> changes) {
        return changes.stream()
                .map(change -> change.price().orElseThrow().toString())
                .toList();
    }

    private void set(@Nullable ResellerId reseller, String amount, Instant from) {
        run(unit -> unit.prices().add(change(reseller, amount, from)));
    }

    static PriceChange change(@Nullable ResellerId reseller, String amount, Instant from) {
        return new PriceChange(
                0,
                Optional.ofNullable(reseller),
                Optional.of(Price.perTicket(amount, "EUR")),
                from,
                Optional.of(JOHN),
                START);
    }
}
