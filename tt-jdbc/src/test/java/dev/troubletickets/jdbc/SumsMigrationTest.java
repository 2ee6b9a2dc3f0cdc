// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.money.Charge;
import dev.troubletickets.money.Money;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.spi.storage.StatisticsStore.Count;
import dev.troubletickets.spi.storage.StatisticsStore.Grain;
import dev.troubletickets.spi.storage.StatisticsStore.Of;
import dev.troubletickets.spi.storage.StatisticsStore.Span;
import dev.troubletickets.spi.storage.StatisticsStore.Spans;
import dev.troubletickets.spi.storage.StatisticsStore.Whose;
import dev.troubletickets.spi.storage.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What was there before sums of it were kept is in these, by days of UTC wherever the session thinks it is (E10). */
@Tag("E10")
@Tag(TestServer.ANY)
class SumsMigrationTest {
    private static final String PREFIX = "older_";
    private static final ResellerId RITA = ResellerId.of("rita");
    private static final ResellerId RUTH = ResellerId.of("ruth");
    private static final HikariDataSource SERVER = TestServer.ofRun()
            .poolThatFirst(TestServer.isMariaDb() ? "set time_zone = '+05:30'" : "set time zone 'Asia/Kolkata'");
    private static final JdbcConnectionPool H2 = JdbcConnectionPool.create(
            "jdbc:h2:mem:older;DB_CLOSE_DELAY=-1;INIT=set time zone 'Asia/Kolkata'", "sa", "");

    static Stream<DataSource> databases() {
        return Stream.of(SERVER, H2);
    }

    @AfterAll
    static void close() {
        SERVER.close();
        H2.dispose();
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void whatIsOlderCounts(DataSource database) throws SQLException {
        migrateToSeven(database);
        insert(database, "a", RITA, "2025-12-31 23:59:59.999999", "TICKET", 100, "EUR");
        insert(database, "b", RITA, "2026-01-01 00:00:00.000000", "TICKET", 20, "EUR");
        insert(database, "c", RITA, "2026-01-01 12:00:00.000000", "CORRECTION", -3, "EUR");
        insert(database, "d", RITA, "2026-01-31 23:59:59.999999", "TICKET", 4, "JPY");
        insert(database, "e", RUTH, "2026-01-31 20:00:00.000000", "CUSTOMERS", 5000, "EUR");
        insert(database, "f", RUTH, "2026-02-01 00:00:00.000000", "TICKET", 600, "EUR");

        long six = 80_000;
        count(database, 1, six * 6 - 1, 1, 1);
        count(database, 1, six * 6, 1, 20);
        count(database, 1, six * 6 + 5, 1, 300);
        count(database, 1, six * 6 + 5, 2, 4000);
        count(database, 1, six * 6 + 6, 1, 50_000);
        count(database, 0, six * 6, 1, 600_000);

        try (Storage storage = JpaStorage.on(database, JpaOptions.defaults().withTablePrefix(PREFIX))) {
            assertThat(opened(storage, Grain.QUARTER)).isEqualTo(Map.of(six * 6, 600_000L));
            assertThat(opened(storage, Grain.HOUR))
                    .isEqualTo(Map.of(six * 6 - 1, 1L, six * 6, 20L, six * 6 + 5, 4300L, six * 6 + 6, 50_000L));
            assertThat(opened(storage, Grain.SIX_HOURS)).isEqualTo(Map.of(six - 1, 1L, six, 4320L, six + 1, 50_000L));
            assertThat(totals(storage, "2026-01-01", "2026-02-01"))
                    .isEqualTo(Map.of(RITA, List.of(Money.of("0.17", "EUR"), Money.of("4", "JPY"))));
            assertThat(totals(storage, "2025-12-31", "2026-01-01"))
                    .isEqualTo(Map.of(RITA, List.of(Money.of("1.00", "EUR"))));
            assertThat(totals(storage, "2026-01-31", "2026-02-02"))
                    .isEqualTo(Map.of(RITA, List.of(Money.of("4", "JPY")), RUTH, List.of(Money.of("6.00", "EUR"))));

            storage.<Boolean>write(unit -> unit.ledger().add(later()));
            assertThat(totals(storage, "2026-02-01", "2026-03-01"))
                    .isEqualTo(Map.of(RUTH, List.of(Money.of("5.50", "EUR"))));
        }
    }

    private static Charge later() {
        Charge.Why why = new Charge.Why(Optional.empty(), Optional.of("agreed"), Optional.empty());
        return new Charge(
                0,
                "g",
                RUTH,
                Instant.parse("2026-02-01T10:00:00Z"),
                Charge.Kind.TICKET,
                Optional.empty(),
                1,
                Money.of("-0.50", "EUR"),
                why,
                Optional.empty());
    }

    private static Map<ResellerId, List<Money>> totals(Storage storage, String from, String before) {
        return storage.read(
                unit -> unit.ledger().totals(Instant.parse(from + "T00:00:00Z"), Instant.parse(before + "T00:00:00Z")));
    }

    private static Map<Long, Long> opened(Storage storage, Grain grain) {
        Spans spans = new Spans(grain, List.of(new Span(0, 1_000_000)));
        Map<Long, Long> opened = new HashMap<>();
        storage.read(unit -> unit.statistics().bySlot(spans, new Of(Optional.empty(), Set.of(Whose.EVERYBODYS))))
                .forEach((slot, counts) -> opened.put(slot, counts.get(Count.OPENED)));
        return opened;
    }

    private static void migrateToSeven(DataSource database) {
        String folder = database == H2 ? "h2" : TestServer.isMariaDb() ? "mariadb" : "postgresql";
        Flyway.configure(JpaStorage.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:dev/troubletickets/jdbc/migration/" + folder)
                .table(PREFIX + "schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(Map.of("prefix", PREFIX))
                .target("7")
                .load()
                .migrate();
    }

    private static void insert(
            DataSource database, String key, ResellerId reseller, String at, String kind, long amount, String currency)
            throws SQLException {
        String literal = database == SERVER && TestServer.isMariaDb()
                ? "'" + at + "'"
                : "timestamp with time zone '" + at + "+00:00'";
        execute(
                database,
                "insert into " + PREFIX
                        + "reseller_charge (charge_key, reseller, happened_at, kind, quantity, amount, currency) values ('"
                        + key + "', '" + reseller.value() + "', " + literal + ", '" + kind + "', 1, " + amount + ", '"
                        + currency + "')");
    }

    private static void count(DataSource database, int grain, long slot, long queue, long opened) throws SQLException {
        execute(
                database,
                "insert into " + PREFIX + "statistic values (" + grain + ", 0, '*', " + slot + ", " + queue
                        + ", '', '', " + opened + ", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
