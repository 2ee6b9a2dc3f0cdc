// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.money.Money;
import java.util.Currency;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts are exact, or refused (E5). */
@Tag("E5")
class MoneyTest {
    private static final Money MOST = new Money(Long.MAX_VALUE, Currency.getInstance("EUR"));

    @Test
    void decimalsAreThoseOfTheCurrency() {
        assertThat(Money.of("12.5", "EUR")).hasToString("12.50 EUR");
        assertThat(Money.of("-0.001", "KWD")).hasToString("-0.001 KWD");
        assertThat(Money.of("1500", "JPY")).hasToString("1500 JPY");
        assertThat(Money.of("007", "JPY").units()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", ".5", "1.", "1e3", "+1", "1,5", " 1", "1.001", "١", "--1", "0x1", "NaN"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> Money.of(text, "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void currenciesThatCannotBeCountedAreRefused() {
        assertThatThrownBy(() -> Money.of("1", "XAU")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1", "eur")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1.0", "JPY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "JPY")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsTooLargeIsRefusedAndNeverWraps() {
        assertThatThrownBy(() -> MOST.plus(Money.of("0.01", "EUR"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MOST.negate().minus(Money.of("0.02", "EUR")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MOST.share(32, 31)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Money(Long.MIN_VALUE, MOST.currency()).negate())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("9".repeat(23), "EUR")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Money.of("9".repeat(25), "EUR")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sharesAreRoundedHalfAwayFromZero() {
        assertThat(Money.of("0.05", "EUR").share(1, 2)).isEqualTo(Money.of("0.03", "EUR"));
        assertThat(Money.of("-0.05", "EUR").share(1, 2)).isEqualTo(Money.of("-0.03", "EUR"));
        assertThat(Money.of("10", "JPY").share(1, 3)).isEqualTo(Money.of("3", "JPY"));
        assertThat(MOST.share(31, 31)).isEqualTo(MOST);
    }
}
