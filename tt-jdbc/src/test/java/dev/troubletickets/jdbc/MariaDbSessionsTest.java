// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.people.Actor;
import dev.troubletickets.spi.storage.AuditStore.Line;
import dev.troubletickets.spi.storage.Storage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What sessions of MariaDB may be set to, and how they are given back. */
@Tag(TestServer.MARIADB)
class MariaDbSessionsTest {
    private static final TestServer SERVER = MariaDbServer.ofRun();
    private static final JpaOptions OPTIONS = JpaOptions.defaults().withTablePrefix("sess_");
    private static final HikariDataSource POOL = SERVER.pool();
    private static final Storage PLAIN = JpaStorage.on(POOL, OPTIONS);

    /** In most of Europe and in New York, clocks leave out or repeat the hour of some of these. */
    private static final List<Instant> TIMES = List.of(
            Instant.parse("2026-03-29T02:30:00.000001Z"),
            Instant.parse("2026-10-25T00:30:00Z"),
            Instant.parse("2026-10-25T01:30:00Z"),
            Instant.parse("2026-03-08T02:30:00Z"),
            Instant.parse("2026-11-01T05:30:00.5Z"),
            Instant.parse("1970-01-01T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999999Z"));

    @BeforeEach
    void empty() throws SQLException {
        new Tables(POOL, "sess_").empty();
    }

    @AfterAll
    static void close() {
        PLAIN.close();
        POOL.close();
    }

    @Test
    void timesAreInUtcWhateverZoneTheSessionTheDriverAndTheMachineAreIn() throws SQLException {
        TimeZone before = TimeZone.getDefault();
        Locale localeBefore = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("th-TH"));
            for (String zone : List.of("Europe/Prague", "America/New_York", "UTC")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (String settings : List.of(
                        "",
                        "&sessionVariables=time_zone='+05:45'&useServerPrepStmts=true",
                        "&connectionTimeZone=Asia/Kolkata&preserveInstants=true&pureLocalDateTime=false")) {
                    keepsTimes(settings);
                }
            }
        } finally {
            TimeZone.setDefault(before);
            Locale.setDefault(localeBefore);
        }
    }

    @Test
    void aConnectionGoesBackWithTheIsolationItHad() throws SQLException {
        try (Connection connection = POOL.getConnection();
                Storage storage = JpaStorage.on(alwaysTheSame(connection), OPTIONS.withMigrate(false))) {
            storage.<List<?>>read(unit -> unit.queues().all());
            storage.write(unit -> unit.tickets().nextId());
            storage.<Boolean>write(unit -> true);

            assertThat(text(connection, "select @@tx_isolation")).isEqualTo("REPEATABLE-READ");
            assertThat(text(connection, "select @@tx_read_only")).isEqualTo("0");
        }
    }

    @Test
    void aServerThatTakesLessThanAMailsPartsIsRefused() throws SQLException {
        run("set global max_allowed_packet = 8 * 1024 * 1024");
        try (HikariDataSource pool = SERVER.pool()) {
            assertThatThrownBy(() -> JpaStorage.on(pool, OPTIONS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("max_allowed_packet");
        } finally {
            run("set global max_allowed_packet = 16 * 1024 * 1024");
        }
    }

    private static void keepsTimes(String settings) throws SQLException {
        HikariConfig config = SERVER.config(2);
        config.setJdbcUrl(SERVER.url() + settings);
        try (HikariDataSource pool = new HikariDataSource(config);
                Storage other = JpaStorage.on(pool, OPTIONS.withMigrate(false))) {
            for (Instant time : TIMES) {
                add(other, time);
                assertThat(latest(PLAIN)).isEqualTo(time);
                add(PLAIN, time);
                assertThat(latest(other)).isEqualTo(time);
                assertThat(Instant.parse(
                                text("select concat(date_format(added_at, '%Y-%m-%dT%T.%f'), 'Z') from sess_audit"
                                        + " order by id desc limit 1")))
                        .isEqualTo(time);
            }
        }
    }

    private static void add(Storage storage, Instant time) {
        storage.<Boolean>write(unit -> {
            unit.audit().add(new Line(time, Actor.system(), "then"));
            return true;
        });
    }

    private static Instant latest(Storage storage) {
        return storage.<List<Line>>read(unit -> unit.audit().latest(1)).get(0).at();
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = POOL.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String text(String sql) throws SQLException {
        try (Connection connection = POOL.getConnection()) {
            return text(connection, sql);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    /** A pool that sees to nothing itself. */
    private static DataSource alwaysTheSame(Connection connection) {
        Connection lent = Proxies.of(
                Connection.class,
                (self, method, values) ->
                        method.getName().equals("close") ? null : Proxies.call(connection, method, values));
        return Proxies.of(DataSource.class, (self, method, values) -> lent);
    }
}
