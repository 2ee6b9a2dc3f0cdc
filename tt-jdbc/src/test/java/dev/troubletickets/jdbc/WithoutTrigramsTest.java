// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.search.Search;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A host whose database has no trigrams, and lets nobody add them, gets the tables all the same. */
class WithoutTrigramsTest {
    @Test
    void searchesForPartsOfTextsWorkWithoutTheirIndexes() throws SQLException {
        try (HikariDataSource host = PostgresServer.ofRun().pool()) {
            run(host, "create database bare");
            run(host, "create role guest login password 'guest'");
        }
        try (HikariDataSource owner =
                new HikariDataSource(TestServer.config(PostgresServer.url("bare", "postgres"), 2))) {
            run(owner, "create schema desk authorization guest");
        }
        HikariConfig config = TestServer.config(PostgresServer.url("bare", "guest"), 2);
        config.setPassword("guest");
        try (HikariDataSource guest = new HikariDataSource(config);
                Storage storage = JpaStorage.on(guest, JpaOptions.defaults().withSchema("desk"))) {
            QueueId queue = storage.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));
            storage.<Boolean>write(unit -> {
                unit.tickets()
                        .insert(new TicketBuilder(TicketId.of(1), queue)
                                .subject("Mail bounces")
                                .build());
                return true;
            });

            assertThat(indexes(guest))
                    .contains("tt_ticket_queue")
                    .noneMatch(name -> name.startsWith("tt_ticket_text_subject"));
            long found = storage.read(unit -> unit.tickets()
                    .count(TicketCriteria.of(new Visibility.Everything())
                            .search(Search.everything().title("bounc").requester("jane"))));
            assertThat(found).isEqualTo(1);
        }
    }

    private static java.util.List<String> indexes(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select indexname from pg_indexes where schemaname = 'desk'")) {
            java.util.List<String> names = new java.util.ArrayList<>();
            while (result.next()) {
                names.add(result.getString(1));
            }
            return names;
        }
    }

    private static void run(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
