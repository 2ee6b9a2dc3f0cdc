// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.people.AccountId;
import dev.troubletickets.people.ResellerId;
import dev.troubletickets.search.Period;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketCriteria.SortKey;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.Tag;
import dev.troubletickets.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each selective part of a search is read from an index, and keeps being so however often it was searched before. */
class SearchPlanTest {
    private static final int TICKETS = 6_000;
    private static final JpaOptions OPTIONS = JpaOptions.defaults().withTablePrefix("find_");
    /** A few thousand rows are read through as fast as by an index; millions are not. */
    private static final HikariDataSource POSTGRES = PostgresServer.poolThatFirst("set enable_seqscan = off");

    static Stream<Arguments> searches() {
        Search all = Search.everything();
        return Stream.of(
                search("find_ticket_text_subject", all.title("number 77 of")),
                search("find_ticket_text_requester", all.requester("c77@")),
                search("find_ticket_tag", all.tags(Tag.of("t77"))),
                search("find_ticket_pkey", all.tickets(TicketId.of(3), TicketId.of(4))),
                search("find_ticket_account", all.accounts(AccountId.of("a77"))),
                search("find_ticket_reseller", all.resellers(ResellerId.of("r77"))),
                search("find_ticket_created", all.created(Period.between(minutes(70), minutes(77)))),
                search("find_ticket_modified", all.modified(Period.between(minutes(70), minutes(77)))));
    }

    @BeforeAll
    static void fill() throws SQLException {
        try (Storage storage = JpaStorage.on(POSTGRES, OPTIONS)) {
            storage.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));
            storage.<Boolean>write(SearchPlanTest::addTickets);
        }
        Plans.vacuum(POSTGRES);
    }

    @AfterAll
    static void close() {
        POSTGRES.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("searches")
    void postgresListsAndCountsByIndex(String index, TicketCriteria criteria) {
        assertThat(Plans.of(POSTGRES, "find_", unit -> unit.tickets().list(criteria)))
                .contains(index)
                .doesNotContain("Seq Scan");
        assertThat(Plans.of(POSTGRES, "find_", unit -> unit.tickets().count(criteria, 1001)))
                .contains(index)
                .doesNotContain("Seq Scan");
    }

    @Test
    void resellersAreLookedUpOneByOne() {
        assertThat(Plans.of(POSTGRES, "find_", unit -> unit.tickets().resellers(new Visibility.Everything(), 500)))
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
                Storage storage = JpaStorage.on(single, OPTIONS.withMigrate(false))) {
            for (int i = 1; i <= 20; i++) {
                String words = "number " + i + " of";
                TicketCriteria wanted = criteria(Search.everything().title(words));
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

    private static Boolean addTickets(UnitOfWork unit) {
        for (int i = 1; i <= TICKETS; i++) {
            unit.tickets()
                    .insert(new TicketBuilder(TicketId.of(i), QueueId.of(1))
                            .subject("Number " + i + " of all")
                            .requester("c" + i + "@example.org")
                            .account("a" + i % 1000)
                            .reseller("r" + i % 1000)
                            .tags("common", "t" + i % 1000)
                            .created(minutes(i))
                            .modified(minutes(i))
                            .build());
        }
        return true;
    }

    private static TicketCriteria criteria(Search search) {
        return TicketCriteria.of(new Visibility.Everything()).search(search).order(SortKey.MODIFIED, true);
    }

    private static Arguments search(String index, Search search) {
        return Arguments.of(index, criteria(search));
    }
}
