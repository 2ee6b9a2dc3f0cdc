// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.money.BilledOrder.State;
import dev.troubletickets.money.BillingOrderId;
import dev.troubletickets.money.StatementId;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.LedgerStore.Lines;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ledger, statements, prices and orders to the host's billing are read from their indexes, in the order of these (E5). */
@Tag("E5")
@Tag("E6")
class MoneyPlanTest {
    private static final String PREFIX = "cash_";
    private static final ResellerId RITA = ResellerId.of("rita");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    /** A few rows are sorted as fast as they are read in order; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun()
            .poolThatFirst("set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");

    @BeforeAll
    static void migrate() {
        JpaStorage.on(POSTGRES, JpaOptions.defaults().withTablePrefix(PREFIX)).close();
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                read("reseller_charge_when", u -> u.ledger().list(new Lines.Between(RITA, AT, AT), null, 50)),
                read("reseller_charge_statement", u -> u.ledger().list(new Lines.Open(RITA, AT), null, 50)),
                read(
                        "reseller_charge_statement",
                        u -> u.ledger().list(new Lines.Of(new StatementId(RITA, 1)), null, 50)),
                read("reseller_charge_charge_key_key", u -> u.ledger().find("k")),
                read("reseller_statement_pkey", u -> u.statements().list(RITA, 9, 50)),
                read("customer_count_pkey", u -> u.ledger().uncharged(RITA, LocalDate.of(2026, 3, 1))),
                read("price_change_from", u -> u.prices().history(Optional.of(RITA), 50)),
                read("billing_order_due", u -> u.billing().claim(AT, AT, 5)),
                read("billing_order_when", u -> u.billing().list(Optional.empty(), null, 50)),
                read("billing_order_state", u -> u.billing().list(Optional.of(State.STUCK), null, 50)),
                read("billing_order_when", u -> u.billing().between(AT, AT, null, 50)),
                read("incident_pack_account", u -> u.incidents().usable(AccountId.of("jane"), AT)),
                read("incident_use_account", u -> u.incidents().uncovered(AccountId.of("jane"))),
                read("billing_order_pkey", u -> u.billing().find(BillingOrderId.of("charge-1-2"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reads")
    void postgresReadsInTheOrderOfTheIndex(String index, Consumer<UnitOfWork> work) {
        assertThat(Plans.of(POSTGRES, PREFIX, work))
                .contains(index)
                .doesNotContain(
                        "Sort",
                        "Seq Scan on cash_reseller",
                        "Seq Scan on cash_billing",
                        "Seq Scan on cash_incident",
                        "Seq Scan on cash_customer");
    }

    private static Arguments read(String index, Consumer<UnitOfWork> work) {
        return Arguments.of(PREFIX + index, work);
    }
}
