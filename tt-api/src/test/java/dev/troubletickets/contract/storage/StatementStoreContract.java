// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.contract.storage;

import static dev.troubletickets.contract.storage.LedgerStoreContract.correction;
import static dev.troubletickets.contract.storage.PriceStoreContract.RITA;
import static dev.troubletickets.contract.storage.PriceStoreContract.RUTH;
import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.troubletickets.money.BillingPeriod;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.money.Statement;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.WriteConflict;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements take each charge once, and stay as they were issued (E5). */
@Tag("E5")
public interface StatementStoreContract extends StorageUnderTest {
    BillingPeriod MARCH = BillingPeriod.month(YearMonth.of(2026, 3));

    @Test
    default void aStatementTakesWhatHappenedBeforeItsEndAndStoodInNone() {
        add("a", RITA, "1.10", START);
        add("b", RITA, "2.20", minutes(1));
        add("late", RITA, "4.40", minutes(2));
        add("ruths", RUTH, "8.80", START);
        run(unit -> unit.ledger().add(correction("yen", RITA, Money.of("-3", "JPY"), START)));

        Statement issued = issue(RITA, 1, minutes(2));

        assertThat(issued.charges()).isEqualTo(3);
        assertThat(issued.totals()).containsExactly(Money.of("3.30", "EUR"), Money.of("-3", "JPY"));
        assertThat(read().statements().find(issued.id())).contains(issued);
        assertThat(read().statements().find(RITA, MARCH)).contains(issued);
        assertThat(read().statements().find(RUTH, MARCH)).isEmpty();
        assertThat(keys(new Lines.Of(issued.id()))).containsExactly("a", "yen", "b");
        assertThat(read().ledger().find("a").orElseThrow().statement()).contains(issued.id());
        assertThat(keys(new Lines.Open(RITA, minutes(9)))).containsExactly("late");

        add("later still", RITA, "1.00", START);
        Statement second = issue(RITA, 2, minutes(9));
        assertThat(keys(new Lines.Of(second.id()))).containsExactly("later still", "late");
        assertThat(read().statements().find(issued.id())).contains(issued);
        assertThat(read().ledger().sums(new Lines.Of(issued.id())).totals()).isEqualTo(issued.totals());
    }

    @Test
    default void anEmptyStatementHasNoTotals() {
        Statement issued = issue(RITA, 1, START);

        assertThat(read().statements().find(issued.id())).contains(issued);
        assertThat(issued.totals()).isEmpty();
        assertThat(issued.charges()).isZero();
    }

    @Test
    default void aNumberIsIssuedOnce() {
        add("a", RITA, "1.10", START);
        Statement issued = issue(RITA, 1, minutes(1));
        add("b", RITA, "1.10", START);

        assertThatThrownBy(() -> issue(RITA, 1, minutes(9))).isInstanceOf(WriteConflict.class);
        assertThat(keys(new Lines.Of(issued.id()))).containsExactly("a");
        assertThat(issue(RUTH, 1, minutes(9)).charges()).isZero();
    }

    @Test
    default void ofManyWhoIssueOneNumberOneDoes() throws Exception {
        add("a", RITA, "1.10", START);
        AtomicInteger issued = new AtomicInteger();

        Race.of(4, number -> {
            try {
                issue(RITA, 1, minutes(1));
                issued.incrementAndGet();
            } catch (WriteConflict second) {
                assertThat(second).isNotNull();
            }
            return true;
        });

        assertThat(issued).hasValue(1);
        assertThat(keys(new Lines.Of(new StatementId(RITA, 1)))).containsExactly("a");
    }

    @Test
    default void theListIsOfOneResellerTheNewestFirst() {
        for (int number = 1; number <= 3; number++) {
            issue(RITA, number, minutes(number));
        }
        issue(RUTH, 1, START);

        assertThat(read().statements().list(RITA, Integer.MAX_VALUE, 2))
                .extracting(statement -> statement.id().number())
                .containsExactly(3, 2);
        assertThat(read().statements().list(RITA, 2, 9))
                .extracting(statement -> statement.id().number())
                .containsExactly(1);
        assertThat(read().statements().latest(RITA).orElseThrow().id().number()).isEqualTo(3);
        assertThat(read().statements().latest(ResellerId.of("Rita"))).isEmpty();
    }

    private Statement issue(ResellerId reseller, int number, Instant before) {
        BillingPeriod period = BillingPeriod.month(YearMonth.of(2026, 2).plusMonths(number));
        Statement draft = new Statement(
                new StatementId(reseller, number),
                period,
                ZoneId.of("Europe/Prague"),
                minutes(60),
                Optional.of(JOHN),
                0,
                List.of());
        return write(unit -> unit.statements().issue(draft, before));
    }

    private void add(String key, ResellerId reseller, String amount, Instant at) {
        run(unit -> unit.ledger().add(correction(key, reseller, Money.of(amount, "EUR"), at)));
    }

    private List<String> keys(Lines lines) {
        return read().ledger().list(lines, null, 100).stream().map(Charge::key).toList();
    }
}
