// SPDX-FileCopyrightText: The Trouble Tickets authors
// SPDX-License-Identifier: Apache-2.0
package dev.troubletickets.jdbc;

import static dev.troubletickets.contract.storage.StorageFixtures.JOHN;
import static dev.troubletickets.contract.storage.StorageFixtures.START;
import static dev.troubletickets.contract.storage.StorageFixtures.history;
import static dev.troubletickets.contract.storage.StorageFixtures.mail;
import static dev.troubletickets.contract.storage.StorageFixtures.minutes;
import static dev.troubletickets.contract.storage.StorageFixtures.publicMessage;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.troubletickets.contract.storage.TicketBuilder;
import dev.troubletickets.settings.QueueSettings;
import dev.troubletickets.spi.storage.Storage;
import dev.troubletickets.spi.storage.TicketCriteria;
import dev.troubletickets.spi.storage.TicketData;
import dev.troubletickets.spi.storage.UnitOfWork;
import dev.troubletickets.spi.storage.Visibility;
import dev.troubletickets.ticket.MessageId;
import dev.troubletickets.ticket.QueueId;
import dev.troubletickets.ticket.TicketId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How often a unit of work asks the server and waits; its end counts as one. PostgreSQL takes several statements at once, MariaDB equal
 * ones that follow each other.
 */
@Tag(TestServer.ANY)
class RoundTripsTest {
    private static final Set<String> ENDS_AND_SETTINGS = Set.of("commit", "rollback", "setTransactionIsolation");
    private static final HikariDataSource DATABASE = pool();
    private static final AtomicInteger TRIPS = new AtomicInteger();
    private static final Storage STORAGE = JpaStorage.on(
            Proxies.connecting(DATABASE, RoundTripsTest::counted),
            JpaOptions.defaults().withTablePrefix("trips_"));
    private static final QueueId QUEUE =
            STORAGE.write(unit -> unit.queues().create(QueueSettings.named("Support"), true));

    @AfterAll
    static void close() {
        STORAGE.close();
        DATABASE.close();
    }

    @Test
    void openingATicketTakesThreeOrEight() {
        assertThat(tripsOf(unit -> {
                    TicketId id = unit.tickets().nextId();
                    unit.tickets().insert(new TicketBuilder(id, QUEUE).build());
                    say(unit, id, 1);
                }))
                .isEqualTo(TestServer.isMariaDb() ? 8 : 3);
    }

    @Test
    void replyingTakesFourOrSeven() {
        TicketData ticket = ticket();

        assertThat(tripsOf(unit -> {
                    TicketData seen = unit.tickets().find(ticket.id()).orElseThrow();
                    unit.tickets().update(TicketBuilder.after(seen).build());
                    say(unit, ticket.id(), 2);
                }))
                .isEqualTo(TestServer.isMariaDb() ? 7 : 4);
    }

    @Test
    void pickingUpTakesFour() {
        TicketData ticket = ticket();

        assertThat(tripsOf(unit -> {
                    TicketData seen = unit.tickets().find(ticket.id()).orElseThrow();
                    unit.tickets()
                            .update(TicketBuilder.after(seen).assignee(JOHN).build());
                    unit.conversations().add(history(ticket.id(), 2, 0));
                }))
                .isEqualTo(4);
    }

    @Test
    void aListTakesOne() {
        TRIPS.set(0);
        STORAGE.read(unit -> unit.tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).readBy(JOHN)));
        assertThat(TRIPS).hasValue(1);
    }

    @Test
    void whatIsKnownOfATechnicianTakesOneWithTheirInvitations() {
        TRIPS.set(0);
        STORAGE.read(unit -> unit.staff().find(JOHN));
        assertThat(TRIPS).hasValue(1);
    }

    @Test
    void wordsOfASubjectAreLookedForOnceItIsKnownHowCommonTheyAre() {
        TRIPS.set(0);
        STORAGE.read(unit -> unit.tickets()
                .list(TicketCriteria.of(new Visibility.Everything()).find(new TicketCriteria.Find.BySubject("mail"))));
        assertThat(TRIPS).hasValue(TestServer.isMariaDb() ? 2 : 4);
    }

    @Test
    void claimingMailsTakesThreeHoweverMany() {
        STORAGE.<Boolean>write(unit -> {
            for (int i = 0; i < 10; i++) {
                unit.outbox().add(mail(null, "m" + i));
            }
            return true;
        });

        assertThat(tripsOf(unit -> unit.outbox().claim(START, minutes(5), 10))).isEqualTo(3);
    }

    private static void say(UnitOfWork unit, TicketId id, int number) {
        unit.conversations().add(publicMessage(id, number, number));
        unit.conversations().add(history(id, number, 0));
        unit.conversations().add(history(id, number, 1));
        unit.threads().remember("<" + id + "-" + number + "@x>", id);
        unit.outbox().add(mail(id, MessageId.publicMessage(id, number), "m" + id + number, minutes(60)));
    }

    private static TicketData ticket() {
        return STORAGE.write(unit -> {
            TicketData ticket = new TicketBuilder(unit.tickets().nextId(), QUEUE).build();
            unit.tickets().insert(ticket);
            return ticket;
        });
    }

    private static int tripsOf(Consumer<UnitOfWork> work) {
        TRIPS.set(0);
        STORAGE.<Boolean>write(unit -> {
            work.accept(unit);
            return true;
        });
        return TRIPS.get();
    }

    private static HikariDataSource pool() {
        HikariConfig config = TestServer.ofRun().config(8);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static Connection counted(Connection connection) {
        return Proxies.of(Connection.class, (proxy, method, values) -> {
            if (ENDS_AND_SETTINGS.contains(method.getName())) {
                TRIPS.incrementAndGet();
            }
            Object got = Proxies.call(connection, method, values);
            return got instanceof PreparedStatement statement ? counted(statement) : got;
        });
    }

    private static PreparedStatement counted(PreparedStatement statement) {
        return Proxies.of(PreparedStatement.class, (proxy, method, values) -> {
            if (method.getName().startsWith("execute")) {
                TRIPS.incrementAndGet();
            }
            return Proxies.call(statement, method, values);
        });
    }
}
