// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.Race;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the tables stand, and how they come there. */
@Tag(TestServer.ANY)
class PlacementTest {
    private static final HikariDataSource SERVER = TestServer.ofRun().pool();
    private static final JdbcConnectionPool H2 =
            JdbcConnectionPool.create("jdbc:h2:mem:placement;DB_CLOSE_DELAY=-1", "sa", "");

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
    void storagesWithTwoPrefixesDoNotSeeEachOther(DataSource database) throws SQLException {
        keepsApart(
                database,
                JpaOptions.defaults().withTablePrefix("one_"),
                JpaOptions.defaults().withTablePrefix("two_"));

        assertThat(new Tables(database, "one_").names())
                .contains("one_ticket", "one_schema_history")
                .hasSizeGreaterThan(15);
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void storagesInTwoSchemasDoNotSeeEachOther(DataSource database) {
        keepsApart(
                database,
                JpaOptions.defaults().withSchema("desk_a"),
                JpaOptions.defaults().withSchema("desk_b").withTablePrefix(""));
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void theHostsOwnTablesAreNoHindrance(DataSource database) throws SQLException {
        run(database, "create table host_table (id integer)");

        try (Storage storage = JpaStorage.on(database, JpaOptions.defaults().withTablePrefix("beside_"))) {
            assertThat(queues(storage)).isZero();
        }
        run(database, "drop table host_table");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void aSecondStartFindsWhatTheFirstKept(DataSource database) {
        JpaOptions options = JpaOptions.defaults().withTablePrefix("again_");
        try (Storage first = JpaStorage.on(database, options)) {
            create(first, "Support");
        }
        for (boolean migrate : new boolean[] {true, false}) {
            try (Storage next = JpaStorage.on(database, options.withMigrate(migrate))) {
                assertThat(queues(next)).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void nodesThatStartTogetherBringUpOneStorage(DataSource database) throws Exception {
        JpaOptions options = JpaOptions.defaults().withTablePrefix("nodes_");
        List<JpaStorage> nodes = Race.of(3, number -> JpaStorage.on(database, options));
        create(nodes.get(0), "Support");

        for (JpaStorage node : nodes) {
            assertThat(queues(node)).isEqualTo(1);
            node.close();
        }
    }

    @ParameterizedTest(autoCloseArguments = false)
    @MethodSource("databases")
    void withoutTablesAndWithoutMigrationItDoesNotStart(DataSource database) {
        JpaOptions options = JpaOptions.defaults().withTablePrefix("none_").withMigrate(false);

        assertThatThrownBy(() -> JpaStorage.on(database, options))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("none_")
                .hasMessageContaining("migration");
    }

    @ParameterizedTest(autoCloseArguments = false)
    @ValueSource(strings = {"Tt_", "1_", "tt-", "tt ", "a;drop table x;--", "\"", "tt_", "much_too_long", "ť"})
    void namesThatAreNoPlainWordsAreRefused(String name) {
        if (name.equals("tt_")) {
            assertThatCode(() -> JpaOptions.defaults().withTablePrefix(name).withSchema(name))
                    .doesNotThrowAnyException();
            return;
        }
        assertThatThrownBy(() -> JpaOptions.defaults().withTablePrefix(name))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> JpaOptions.defaults().withSchema(name + "x".repeat(30)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anEmptySchemaIsRefused() {
        assertThatThrownBy(() -> JpaOptions.defaults().withSchema("")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void keepsApart(DataSource database, JpaOptions one, JpaOptions two) {
        try (Storage first = JpaStorage.on(database, one);
                Storage second = JpaStorage.on(database, two)) {
            create(first, "Support");
            assertThat(queues(first)).isEqualTo(1);
            assertThat(queues(second)).isZero();
        }
    }

    private static void create(Storage storage, String queue) {
        storage.write(unit -> unit.queues().create(QueueSettings.named(queue), true));
    }

    private static int queues(Storage storage) {
        return storage.read(unit -> unit.queues().all().size());
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
