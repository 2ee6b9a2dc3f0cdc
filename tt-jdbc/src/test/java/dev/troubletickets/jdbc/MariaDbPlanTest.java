// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.UnitOfWork;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link TicketPlanTest} on MariaDB. */
@Tag(TestServer.MARIADB)
class MariaDbPlanTest {
    private static final HikariDataSource DATABASE = MariaDbServer.ofRun().pool();

    /** A table of ours, not an outcome in between. */
    private static final String READ_THROUGH = "\"table_name\": \"[^<\"]+\",\\s*\"access_type\": \"(ALL|index)\"";

    private static final String EXPLAIN = "explain format=json ";

    @BeforeAll
    static void fill() throws SQLException {
        LookedAt.fill(DATABASE);
        Searches.fill(DATABASE);
        for (String prefix : List.of(Looks.PREFIX, Searches.PREFIX)) {
            Plans.execute(DATABASE, "analyze table " + String.join(", ", new Tables(DATABASE, prefix).names()));
        }
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.troubletickets.jdbc.Looks#lists")
    void theListIsReadInItsOrderFromItsOwnIndex(String name, String index, TicketCriteria criteria) {
        assertThat(plan(unit -> unit.tickets().list(criteria)))
                .contains("\"key\": \"" + index)
                .doesNotContain("filesort");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.troubletickets.jdbc.Looks#lookUps")
    void lookUpsGoByIndex(String name, String index, Consumer<UnitOfWork> work) {
        assertThat(plan(work)).contains("\"key\": \"" + index).doesNotContainPattern(READ_THROUGH);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.troubletickets.jdbc.Looks#claims")
    void whatIsDueIsClaimedInTheOrderOfTheIndex(String name, String index, Consumer<UnitOfWork> work) {
        assertThat(plan(work)).contains("\"key\": \"" + index + "\"").doesNotContain("filesort");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.troubletickets.jdbc.Searches#onMariaDb")
    void searchesGoByIndex(String index, TicketCriteria criteria) {
        for (Consumer<UnitOfWork> work : List.<Consumer<UnitOfWork>>of(
                unit -> unit.tickets().list(criteria), unit -> unit.tickets().count(criteria, 1001))) {
            assertThat(Plans.of(DATABASE, Searches.PREFIX, EXPLAIN, work))
                    .contains("\"key\": \"" + index)
                    .doesNotContainPattern(READ_THROUGH);
        }
    }

    @Test
    void wordsOfManyTicketsAreLookedForInOneTicketAfterTheOther() {
        TicketCriteria criteria = Searches.criteria(Search.everything().text("something about"));

        assertThat(Plans.of(
                        DATABASE,
                        Searches.PREFIX,
                        EXPLAIN,
                        unit -> unit.tickets().list(criteria)))
                .contains("find_ticket_modified", "find_message_root", "find_ticket_text_root")
                .doesNotContain("find_message_words", "find_ticket_text_words", "filesort", "\"ALL\"");
    }

    private static String plan(Consumer<UnitOfWork> work) {
        return Plans.of(DATABASE, Looks.PREFIX, EXPLAIN, work);
    }
}
