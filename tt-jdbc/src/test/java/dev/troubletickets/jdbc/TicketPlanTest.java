// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The lists that everyone looks at all day stay flat as tickets grow: each is read from its own index, in the index's order. The
 * statements are the storage's own, as it sends them; the plans are the databases'.
 */
class TicketPlanTest {
    private static final String LISTS = "dev.troubletickets.jdbc.Looks#lists";
    private static final String LOOK_UPS = "dev.troubletickets.jdbc.Looks#lookUps";
    private static final String CLAIMS = "dev.troubletickets.jdbc.Looks#claims";

    /** A few thousand rows are sorted as fast as they are read in order; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun()
            .poolThatFirst("set enable_sort = off; set enable_seqscan = off; set enable_bitmapscan = off");

    private static final JdbcConnectionPool H2 =
            JdbcConnectionPool.create("jdbc:h2:mem:plans;DB_CLOSE_DELAY=-1", "sa", "");

    @BeforeAll
    static void fill() throws SQLException {
        for (DataSource database : List.of(POSTGRES, H2)) {
            LookedAt.fill(database);
            Plans.analyse(database);
        }
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
        H2.dispose();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(LISTS)
    void postgresReadsTheListInItsOrderFromItsOwnIndex(String name, String index, TicketCriteria criteria) {
        String plan = Plans.of(POSTGRES, Looks.PREFIX, unit -> unit.tickets().list(criteria));

        assertThat(plan).contains("Index Scan using " + index).doesNotContain("Sort", "Seq Scan on plan_ticket");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(LISTS)
    void h2ReadsTheListInItsOrderFromItsOwnIndex(String name, String index, TicketCriteria criteria) {
        String plan = Plans.of(H2, Looks.PREFIX, unit -> unit.tickets().list(criteria));

        assertThat(plan).containsIgnoringCase(index).contains("index sorted");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(LOOK_UPS)
    void postgresLooksUpByIndex(String name, String index, Consumer<UnitOfWork> work) {
        assertThat(Plans.of(POSTGRES, Looks.PREFIX, work)).contains(index).doesNotContain("Seq Scan on plan_");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(CLAIMS)
    void postgresClaimsWhatIsDueInTheOrderOfTheIndex(String name, String index, Consumer<UnitOfWork> work) {
        assertThat(Plans.of(POSTGRES, Looks.PREFIX, work))
                .contains("Index Scan using " + index)
                .doesNotContain("Sort");
    }
}
