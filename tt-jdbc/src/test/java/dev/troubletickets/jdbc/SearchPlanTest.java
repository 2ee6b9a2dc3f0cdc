// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.search.Search;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each selective part of a search is read from an index, and keeps being so however often it was searched before. */
class SearchPlanTest {
    /** A few thousand rows are read through as fast as by an index; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.ofRun().poolThatFirst("set enable_seqscan = off");

    @BeforeAll
    static void fill() throws SQLException {
        Searches.fill(POSTGRES);
        Plans.vacuum(POSTGRES);
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.troubletickets.jdbc.Searches#onPostgres")
    void postgresListsAndCountsByIndex(String index, TicketCriteria criteria) {
        assertThat(Plans.of(POSTGRES, Searches.PREFIX, unit -> unit.tickets().list(criteria)))
                .contains(index)
                .doesNotContain("Seq Scan");
        assertThat(Plans.of(POSTGRES, Searches.PREFIX, unit -> unit.tickets().count(criteria, 1001)))
                .contains(index)
                .doesNotContain("Seq Scan");
    }

    /** Their index would give all places of the word before the first ticket is listed. */
    @Test
    void wordsOfManyTicketsAreLookedForInOneTicketAfterTheOther() {
        TicketCriteria criteria = Searches.criteria(Search.everything().text("something about"));

        assertThat(Plans.of(POSTGRES, Searches.PREFIX, unit -> unit.tickets().list(criteria)))
                .contains("find_ticket_modified", "find_message_root", "find_ticket_text_root")
                .doesNotContain("find_message_words", "find_ticket_text_words", "Sort", "Seq Scan");
        assertThat(Plans.of(POSTGRES, Searches.PREFIX, unit -> unit.tickets().count(criteria, 1001)))
                .contains("find_message_root", "find_ticket_text_root")
                .doesNotContain("find_message_words", "find_ticket_text_words");
    }

    @Test
    void resellersAreLookedUpOneByOne() {
        assertThat(Plans.of(
                        POSTGRES, Searches.PREFIX, unit -> unit.tickets().resellers(new Visibility.Everything(), 500)))
                .contains("find_ticket_reseller")
                .doesNotContain("Seq Scan");
    }

    /** A plan for all parts of titles would have to do for the letter e, too, and would not use the index. */
    @Test
    void everySearchForPartsOfTextsIsPlannedForItsOwnWords() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(POSTGRES);
        config.setMaximumPoolSize(1);
        try (HikariDataSource single = new HikariDataSource(config);
                Storage storage = JpaStorage.on(single, Searches.OPTIONS.withMigrate(false))) {
            for (int i = 1; i <= 20; i++) {
                String words = "number " + i + " of";
                TicketCriteria wanted = Searches.criteria(Search.everything().title(words));
                long found = storage.read(unit -> unit.tickets().count(wanted, 1001));
                assertThat(found).isEqualTo(1);
            }
            assertThat(genericPlans(single)).isZero();
        }
    }

    private static long genericPlans(HikariDataSource single) throws SQLException {
        try (Connection connection = single.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select count(*), sum(generic_plans) from pg_prepared_statements"
                                + " where statement like 'select count%find_ticket_text%'")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getLong(1)).as("the statement is kept prepared").isPositive();
            return result.getLong(2);
        }
    }
}
